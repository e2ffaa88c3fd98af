"""Rules made of words: shelves of phrases, all looked up in one walk over the message.

A shelf file has a title and rules; a rule has `words` (plain words), `say` (phrases), `unless`
(phrases that take the hit away when they stand around it) and whatever its reader needs. `yes`
and `no` are sentences that must and must not match: the file carries its own test.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from core.language.reading.message import Message
from core.language.reading.phrases import Phrase
from core.language.reading.shelf import folder, words

AROUND = 24  # how far before and behind a hit its `unless` is looked for


class Rule:
    """One rule of a shelf file; `family` is folder/file, `data` what else the file says."""

    def __init__(self, family: str, raw: dict[str, Any]) -> None:
        self.family = family
        self.name = family.rpartition("/")[2]
        plain = [Phrase(w) for w in words(raw.get("words", ""))]
        self.phrases = plain + [Phrase(said) for said in raw.get("say", ())]
        self.unless = [Phrase(said) for said in raw.get("unless", ())]
        if loose := [p.said for p in self.unless if p.loose]:
            raise ValueError(
                f"{family}：unless 里的「{loose[0]}」首尾是可有可无的词。请去掉括号或去掉这个词。"
            )
        self.whole = bool(raw.get("whole", False))
        self.data = {k: v for k, v in raw.items() if k not in ("words", "say", "unless", "whole")}

    def excused(self, text: str, start: int, end: int) -> bool:
        """Whether something around the hit takes it away."""
        low, high = max(0, start - AROUND), min(len(text), end + AROUND)
        near = text[low:high]
        for phrase in self.unless:
            for word in phrase.anchor:
                if word in near:
                    if phrase.pattern.search(text, low, high):
                        return True
                    break
        return False


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched the span start..end of the normalised text."""

    rule: Rule
    start: int
    end: int

    @property
    def family(self) -> str:
        return self.rule.family

    @property
    def name(self) -> str:
        return self.rule.name


@cache
def rules_of(folder_name: str) -> tuple[Rule, ...]:
    """Every rule of every file in a folder of words; those of danger serve residents and workers."""
    return tuple(
        Rule(f"{folder_name}/{name}", _shared(content) | raw)
        for name, content in folder(folder_name)
        for raw in content.get("rules", ())
    )


def _shared(content: dict[str, Any]) -> dict[str, Any]:
    """What a file says of all its rules; YAML reads its keys yes and no as true and false."""
    return {k: v for k, v in content.items() if k not in ("title", "rules", True, False)}


class Matcher:
    """All rules of one audience, found in a single walk."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._trie: dict[str, Any] = {}
        for rule in rules:
            for phrase in rule.phrases:
                for word in phrase.anchor:
                    self._plant(word, rule, phrase)

    def _plant(self, word: str, rule: Rule, phrase: Phrase) -> None:
        node = self._trie
        for character in word:
            node = node.setdefault(character, {})
        node.setdefault("", []).append((rule, phrase))

    def hits(self, message: Message) -> "Hits":
        text, found = message.text, {}
        for start, end, planted in self._anchors(text):
            for rule, phrase in planted:
                span = phrase.find(text, start, end)
                if span and (rule.family, *span) not in found and _stands(message, rule, span):
                    found[(rule.family, *span)] = Hit(rule, *span)
        return Hits(sorted(found.values(), key=lambda h: (h.start, -h.end)))

    def _anchors(self, text: str) -> Iterator[tuple[int, int, list[tuple[Rule, Phrase]]]]:
        for start in range(len(text)):
            node, end = self._trie.get(text[start]), start + 1
            while node:
                if "" in node:
                    yield start, end, node[""]
                node = node.get(text[end]) if end < len(text) else None
                end += 1


def _stands(message: Message, rule: Rule, span: tuple[int, int]) -> bool:
    start, end = span
    if (rule.whole or end - start == 1) and not (start in message.edges and end in message.edges):
        return False
    return not (rule.unless and rule.excused(message.text, start, end))


class Hits:
    """The hits of one message, by family and by folder."""

    def __init__(self, hits: list[Hit]) -> None:
        self.all = hits

    @cached_property
    def _by_family(self) -> dict[str, list[Hit]]:
        found: dict[str, list[Hit]] = defaultdict(list)
        for hit in self.all:
            found[hit.family].append(hit)
            found[hit.family.rpartition("/")[0]].append(hit)
        return found

    def __getitem__(self, family: str) -> list[Hit]:
        """Hits of a family (folder/file) or of a whole folder."""
        return self._by_family.get(family, [])

    def has(self, *families: str) -> bool:
        return any(family in self._by_family for family in families)

    def within(self, family: str, start: int, end: int) -> list[Hit]:
        """Hits of a family that lie inside a span."""
        return [h for h in self[family] if start <= h.start and h.end <= end]

"""What one rule says about one person: yes, no or cannot tell, and everything behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from core.city.standards import Standards
from core.rules.engine.card import Paper
from core.rules.engine.shelf import Rule
from core.rules.engine.telling import AS_DECIDED, ends, number, said, shown

Answer = Literal["yes", "no", "unknown"]
LINE = {"zh": "线：{limit}", "en": "line: {limit}"}
BRACKETS = {"zh": "{}（{}）", "en": "{} ({})"}
COMMA = {"zh": "，", "en": ", "}
SAID: dict[bool | None, Answer] = {True: "yes", False: "no", None: "unknown"}


@dataclass(frozen=True, kw_only=True)
class Because:
    """One condition: the values it was held against, and whether it holds.

    *assumed*: the limit is a proposal of ours and never told as fact. *change*: what would make the
    condition hold.
    """

    id: str
    title: str
    title_en: str
    values: Mapping[str, Any]
    limit: Any
    holds: bool | None
    source: str
    since: date
    tag: str
    assumed: bool
    change: str = ""
    change_en: str = ""

    @property
    def value(self) -> Any:
        """The one value, or all of them by name; money in yuan."""
        told = {name: shown(name, value) for name, value in self.values.items()}
        return next(iter(told.values())) if len(told) == 1 else told

    def label(self, lang: str = "zh") -> str:
        return self.title_en if lang == "en" else self.title

    def limit_said(self, lang: str = "zh") -> str:
        """The limit in words; an assumed one is for the town to say."""
        if self.assumed:
            return AS_DECIDED[lang]
        numeric = isinstance(self.limit, (int, float))
        return number(self.limit) if numeric else "" if self.limit is None else str(self.limit)

    def said(self, lang: str = "zh") -> str:
        """The condition with what is known of it and the line it is held against."""
        told = [said(name, value, lang) for name, value in self.values.items() if value is not None]
        if self.limit is not None and not isinstance(self.limit, bool):
            told.append(LINE[lang].format(limit=self.limit_said(lang)))
        if not told:
            return self.label(lang)
        return BRACKETS[lang].format(self.label(lang), COMMA[lang].join(told))

    def data(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "condition": self.title,
            "value": self.value,
            "limit": self.limit,
            "holds": self.holds,
            "source": self.source,
            "since": self.since.isoformat(),
            "tag": "assumed" if self.assumed else self.tag,
        }


@dataclass(frozen=True, kw_only=True)
class Sum:
    """What would be given, in yuan (or pieces), from *low* to *high*; None where nobody can tell."""

    low: float | int | None
    high: float | int | None
    unit: str
    unit_en: str
    assumed: bool

    def said(self, lang: str = "zh") -> str:
        """In words; an assumed amount is never told as fact."""
        if self.assumed or (self.low is None and self.high is None):
            return AS_DECIDED[lang]
        unit = self.unit_en if lang == "en" else self.unit
        return ends(self.low, self.high, unit, lang)

    def data(self) -> dict[str, Any]:
        return {
            "low": self.low,
            "high": self.high,
            "unit": self.unit,
            "tag": "assumed" if self.assumed else "fact",
            "words": self.said(),
        }


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """A rule's answer about *who* (a relation, or "family"), row *person* of the facts.

    *ask* are the facts that are missing, *receiving* whether it is already had. A "yes" is a first
    look: the town decides, and *sign* is what only people can judge. *parameters* are those it
    rests on with the day each value began, so that the answer can be explained later.
    """

    rule: Rule
    std: Standards
    verdict: Answer
    who: str
    person: int
    receiving: bool | None
    because: tuple[Because, ...]
    ask: tuple[str, ...]
    amount: Sum | None
    hints: tuple[str, ...] = ()
    blanks: Mapping[str, Any]
    parameters: Mapping[str, str]

    @property
    def id(self) -> str:
        return self.rule.id

    @property
    def name(self) -> str:
        return self.rule.label.title

    @property
    def papers(self) -> tuple[Paper, ...]:
        return self.rule.card.papers

    def documents(self, lang: str = "zh") -> list[str]:
        """What to bring; what offices look up themselves is left out."""
        return [p.title.text(lang) for p in self.papers if not p.shared]

    def where(self, lang: str = "zh") -> list[str]:
        return [o.title.text(lang) for o in self.rule.card.where]

    def days(self, lang: str = "zh") -> str:
        return self.rule.card.days.text(lang, self.blanks)

    def gives(self, lang: str = "zh") -> str:
        return self.rule.card.gives.text(lang, self.blanks)

    def sign(self, lang: str = "zh") -> list[str]:
        return [s.text(lang, self.blanks) for s in self.rule.card.sign]

    def notes(self, lang: str = "zh") -> list[str]:
        return [n.text(lang, self.blanks) for n in self.rule.card.notes]

    def change(self, lang: str = "zh") -> list[str]:
        """What would change a "no"; empty where nothing the family can do would."""
        failed = [b for b in self.because if b.holds is False]
        return [c for b in failed if (c := b.change_en if lang == "en" else b.change)]

    def data(self) -> dict[str, Any]:
        """As promised by the command line."""
        card = self.rule.card
        return {
            "id": self.id,
            "name": self.name,
            "verdict": self.verdict,
            "because": [b.data() for b in self.because],
            "ask": list(self.ask),
            "amount": self.amount.data() if self.amount else None,
            "documents": self.documents(),
            "where": "、".join(self.where()),
            "units": list(dict.fromkeys(o.unit for o in self.rule.card.where)),
            "who": self.who,
            "receiving": self.receiving,
            "gives": self.gives(),
            "days": self.days(),
            "change": self.change(),
            "sign": self.sign(),
            "notes": self.notes(),
            "hints": list(self.hints),
            "since": self.rule.label.since.isoformat(),
            "until": self.rule.label.until.isoformat() if self.rule.label.until else None,
            "checked": card.checked.isoformat(),
            "parameters": dict(self.parameters),
            "source": self.rule.label.source,
            "tag": self.rule.label.tag,
        }


def papers_for(verdicts: Iterable[Verdict]) -> list[Paper]:
    """What to bring for several benefits at once: every paper once, none that offices look up."""
    every = {p.name: p for v in verdicts for p in v.papers if not p.shared}
    return list(every.values())

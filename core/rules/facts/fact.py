"""A fact, the question that settles it, and the answers people tap."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import polars as pl
import yaml

HERE = Path(__file__).parent

Of = Literal["household", "person"]
Kind = Literal["bool", "money", "share", "percent", "count", "number", "level", "choice"]
Hint = Literal["yes_no", "money", "people", "years", "months", "number", "choice"]


@dataclass(frozen=True)
class Answer:
    """A button and what it says about which facts."""

    zh: str
    en: str
    values: Mapping[str, Any]

    def label(self, lang: str = "zh") -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True)
class Question:
    """One question a message. *effort*: 1 known by heart to 5 has to be found out.

    *hint* says how free text is to be read. Whoever asks adds 不清楚 to the buttons.
    """

    name: str
    facts: tuple[str, ...]
    zh: str
    en: str
    hint: Hint
    effort: int
    answers: tuple[Answer, ...]

    def text(self, lang: str = "zh", *, who: str = "", city: str = "") -> str:
        """The question about *who* ("您母亲", "your mother"; nobody named means the reader)."""
        if lang != "en":
            return self.zh.format(who=who or "您", city=city)
        be, do, have = ("is", "does", "has") if who else ("are", "do", "have")
        verbs = {"is": be, "does": do, "has": have}
        verbs |= {verb.capitalize(): said.capitalize() for verb, said in verbs.items()}
        return self.en.format(who=who or "you", city=city, **verbs)

    def answer(self, label: str) -> Mapping[str, Any] | None:
        """What a tapped button says; None for a label that is not one of ours."""
        found = (a.values for a in self.answers if label in (a.zh, a.en))
        return next(found, None)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One column of the rules' vocabulary; it is called what its file is called.

    *keys* are names under which others tell it; *after* says what must be known to hold before it
    makes sense to ask (`road_accident`, `!hukou_local`, `age<18`), *unless* what makes asking
    pointless, *instead* what to ask where nobody is asked this. *line* keeps it to the people of
    one line (children).
    """

    name: str
    title: str
    title_en: str
    of: Of
    kind: Kind
    choices: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    unit: tuple[str, str] = ("", "")
    keys: tuple[str, ...] = ()
    after: str = ""
    unless: str = ""
    instead: tuple[str, ...] = ()
    line: str = ""
    question: Question | None = None

    @property
    def dtype(self) -> pl.DataType:
        if self.kind == "choice":
            return pl.Enum(list(self.choices))
        return pl.Boolean() if self.kind == "bool" else pl.Int64()

    def label(self, lang: str = "zh") -> str:
        return self.title_en if lang == "en" else self.title


@cache
def facts() -> dict[str, Fact]:
    """Every fact that has a file, by name."""
    found = (_fact(path) for path in sorted(HERE.glob("*.yaml")))
    return {fact.name: fact for fact in found}


@cache
def questions() -> tuple[Question, ...]:
    """Every question: one a fact, and those that settle several at once."""
    alone = [fact.question for fact in facts().values() if fact.question]
    together = [
        _question(path.stem, tuple(raw["facts"]), raw)
        for path in sorted((HERE / "together").glob("*.yaml"))
        for raw in [_yaml(path)]
    ]
    return (*together, *alone)


def held(rule: str, title: str, title_en: str, of: Of, line: str = "") -> Fact:
    """The fact that the benefit of a rule is already received; every rule brings its own."""
    return Fact(
        name=f"gets_{rule}",
        title=f"已在享受：{title}",
        title_en=f"Already receives: {title_en}",
        of=of,
        kind="bool",
        line=line,
    )


def _fact(path: Path) -> Fact:
    raw, name = _yaml(path), path.stem
    return Fact(
        name=name,
        title=raw["title"],
        title_en=raw["title_en"],
        of=raw["of"],
        kind=raw["kind"],
        choices={value: (zh, en) for value, (zh, en) in raw.get("choices", {}).items()},
        unit=tuple(raw.get("unit", ("", ""))),
        keys=tuple(raw.get("keys", ())),
        after=raw.get("after", ""),
        unless=raw.get("unless", ""),
        instead=tuple(raw.get("instead", ())),
        line=raw.get("line", ""),
        question=_question(name, (name,), raw) if "ask" in raw else None,
    )


def _question(name: str, of: tuple[str, ...], raw: Mapping[str, Any]) -> Question:
    answers = tuple(
        Answer(a["zh"], a["en"], a["values"] if "values" in a else {name: a["value"]})
        for a in raw.get("answers", ())
    )
    return Question(name, of, raw["ask"], raw["ask_en"], raw["hint"], raw["effort"], answers)


def _yaml(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found

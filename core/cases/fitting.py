"""Whether a family may be offered something: yes, no, or cannot tell, and which fact decides it.

At night every test of every offer is answered from the facts and kept with the case, one sign a test
(+ holds, - does not, ? nobody can tell). By day a visit may have seen what no record told: that settles
an open test; where a record says otherwise nobody can tell until somebody looks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from core.catalogue import Offer, conditions, offers, tested
from core.rules.engine.logic import Truth, open_tests, tests, told
from core.store.casework import Case
from core.variables import variables

SIGNS: dict[Truth, str] = {True: "+", False: "-", None: "?"}
TRUTHS = {sign: truth for truth, sign in SIGNS.items()}
KEPT = "fits"


@dataclass(frozen=True)
class Fit:
    """*says*: whether the family may be offered it. *about*: the facts that would settle it, or those
    that stand against it; () when the facts have not been looked at yet."""

    says: Truth
    about: tuple["Fact", ...] = ()


@dataclass(frozen=True)
class Fact:
    """One thing to know about a family, in words, and the one question that settles it.

    *seen*: a visit saw it otherwise than the record has it.
    """

    title: str
    title_en: str
    ask: str
    seen: bool = False


SURE, UNSEEN = Fit(True), Fit(None)


def signs(households: pl.DataFrame, at: date) -> dict[str, dict[str, str]]:
    """By household and offer the answer to each test, as of the day of the facts."""
    columns = set(households.columns)
    names = {
        name: [test.alias(f"{name}/{n}") for n, test in enumerate(tests(conditions(one, columns)))]
        for name, one in offers().items()
        if one.since <= at
    }
    answers = households.select("household", *(test for some in names.values() for test in some))
    return {
        row["household"]: {name: _signs(row, name, len(some)) for name, some in names.items()}
        for row in answers.iter_rows(named=True)
    }


def _signs(row: Mapping[str, Any], name: str, count: int) -> str:
    return "".join(SIGNS[row[f"{name}/{n}"]] for n in range(count))


def fit(case: Case, offer: str) -> Fit:
    """What last night's facts and the visits so far say of this family and this offer."""
    if KEPT not in case.evidence:
        return UNSEEN
    kept = case.evidence[KEPT].get(offer)
    if kept is None:
        return Fit(False)
    one, seen = offers()[offer], set(case.evidence.get("seen", ()))
    answers = [
        _answer(sign, test["of"], seen, case.line)
        for sign, test in zip(kept, tested(one), strict=True)
    ]
    return _judged(one, answers, seen)


def discreet(case: Case, offer: str) -> bool:
    """Whether nothing this offer rests on is kept to the people of another line."""
    return all(_may_hear(test["of"], case.line) for test in tested(offers()[offer]))


def _may_hear(name: str, line: str) -> bool:
    known = variables().get(name)
    return known is None or known.line in ("", line)


def _answer(sign: str, name: str, seen: set[str], line: str) -> Truth:
    record = TRUTHS[sign] if _may_hear(name, line) else None
    if name not in seen or record:
        return record
    return True if record is None else None


def _judged(offer: Offer, answers: list[Truth], seen: set[str]) -> Fit:
    asked, tree = tested(offer), conditions(offer, set())
    says = told(tree, answers)
    if says:
        return SURE
    against = [n for n, answer in enumerate(answers) if answer is False]
    why = open_tests(tree, answers) if says is None else against
    return Fit(says, tuple(_facts((asked[n] for n in why), seen)))


def _facts(asked: Iterable[Mapping[str, Any]], seen: set[str]) -> Iterable[Fact]:
    for test in asked:
        if "ask" in test:
            yield Fact(test["title"], test["title_en"], test["ask"])
        elif known := variables().get(test["of"]):
            yield Fact(known.title, known.title_en, known.ask, test["of"] in seen)

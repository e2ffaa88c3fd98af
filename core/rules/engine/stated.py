"""Facts somebody has told, read into the rules' vocabulary.

Taken are: the facts of a resident's message (flat, or as `{"facts": ..., "others": [...]}`), the
dossier's names (`H.n_members`, `P.age`, or nested under H and P), and our own. Money is in yuan,
`{"min", "max"}` is a range, null is "cannot tell". What follows from what was told is added; what
is taken for granted until somebody says otherwise is listed in `taken`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any

from core.rules.engine.dossier import DOSSIER
from core.rules.engine.follows import Values, of_household, of_person, of_relation
from core.rules.engine.residents import RESIDENT
from core.rules.engine.shelf import vocabulary
from core.rules.engine.values import BadFact, Range, read

TRANSLATE = RESIDENT | DOSSIER
"""Names that do not mean exactly one fact."""

TAKEN: Values = {"wages": 0, "new_wage": 0, "deceased": False, "away": False}
"""What is taken for granted: no wages to deduct costs from, no new job, nobody dead or away."""

BY_AGE: tuple[tuple[int, int, Values], ...] = (
    (0, 15, {"able_to_work": False, "employed": False, "unemployment_benefit": "none"}),
    (45, 150, {"student_stage": "none", "final_year": False, "grad_months": 999}),
    (65, 150, {"able_to_work": False, "unemployment_benefit": "none"}),
)
"""What is taken for granted of people from so many to so many years old."""


@dataclass(frozen=True)
class Person:
    """Somebody asked about: who in words of the message ("mother"), and what is known."""

    who: str
    facts: Values


@dataclass(frozen=True)
class Facts:
    """A household and the people asked about; the first of them is whom the question is about."""

    household: Values
    people: tuple[Person, ...]
    taken: tuple[str, ...] = ()

    def value(self, fact: str, person: int = 0) -> Any:
        return self.household.get(fact, self.people[person].facts.get(fact))


def stated(told: Mapping[str, Any], at: date | None = None) -> Facts:
    """Read what was told on the day *at*; raises BadFact with one sentence."""
    main, others = _split(told)
    rows = [(str(row.get("relation") or "family"), _values(row, at)) for row in (main, *others)]
    household: Values = {}
    for _, values in reversed(rows):
        household |= {n: v for n, v in values.items() if _of(n) == "household" and v is not None}
    household |= {n: None for n in TAKEN if n in rows[0][1] and _of(n) == "household"} | household
    people = [Person(w, {n: v for n, v in row.items() if _of(n) == "person"}) for w, row in rows]
    of_family = people[0].who == "family" and not people[0].facts
    spoken = people[1:] if of_family and len(people) > 1 else people
    if main.get("lives_alone") is True:
        spoken = spoken[:1]
    return completed(household, tuple(spoken))


def completed(household: Values, people: tuple[Person, ...]) -> Facts:
    """With what follows, and with what is taken for granted."""
    first = people[0].facts
    home = of_household(household, first)
    taken = [n for n in TAKEN if n not in home and all(n not in p.facts for p in people)]
    granted = {n: v for n, v in TAKEN.items() if n in taken}
    home |= {n: v for n, v in granted.items() if _of(n) == "household"}
    own = {n: v for n, v in granted.items() if _of(n) == "person"}
    members = []
    for place, person in enumerate(people):
        by_age = {n: v for n, v in _by_age(person.facts).items() if n not in person.facts}
        taken += [n for n in by_age if n not in taken]
        known = of_relation(person.who) | of_person(home, person.facts, first=place == 0)
        members.append(replace(person, facts=own | by_age | known))
    return Facts(home, tuple(members), tuple(taken))


def _by_age(person: Values) -> Values:
    age = person.get("age")
    least, most = (age.least, age.most) if isinstance(age, Range) else (age, age)
    if least is None or most is None:
        return {}
    found: Values = {}
    for young, old, facts in BY_AGE:
        found |= facts if young <= least and most <= old else {}
    return found


def _split(told: Mapping[str, Any]) -> tuple[Values, list[Values]]:
    """The main subject and the others, flat."""
    if not isinstance(told, Mapping):
        raise BadFact('事实要写成一个 JSON 对象，例如 {"age": 82, "hukou_local": true}。')
    main = dict(told)
    others = [dict(_object(o, "others")) for o in main.pop("others", None) or ()]
    inner = _object(main.pop("facts", {}), "facts")
    main |= inner
    for group in ("H", "P"):
        nested = _object(main.pop(group, {}), group)
        main |= {f"{group}.{key}": value for key, value in nested.items()}
    members = main.pop("H.members", None)
    if isinstance(members, list):
        others += [{f"P.{k}": v for k, v in _object(m, "H.members").items()} for m in members]
    return main, others


def _object(found: Any, name: str) -> Mapping[str, Any]:
    if found is None or isinstance(found, Mapping):
        return found or {}
    raise BadFact(f"“{name}” 要写成 JSON 对象，不能是“{found}”。")


def _values(told: Values, at: date | None) -> Values:
    """The facts of one person's flat document."""
    found: Values = {}
    for key, value in told.items():
        for name, said in _named(key, value, {**told, "at": at}):
            found.setdefault(name, read(vocabulary()[name], said))
    return found


def _named(key: str, value: Any, told: Values) -> Iterator[tuple[str, Any]]:
    if key in TRANSLATE:
        yield from TRANSLATE[key](value, told).items()
    elif key in aliases():
        yield aliases()[key], value
    else:
        near = get_close_matches(key, [*aliases(), *TRANSLATE], n=1)
        hint = f"是不是想写“{near[0]}”？" if near else "能用的名字见 jpf eligible --names。"
        raise BadFact(f"不认识“{key}”这个事实。{hint}")


@cache
def aliases() -> dict[str, str]:
    """Every name under which a fact may be told."""
    own = {name: name for name in vocabulary()}
    return own | {key: name for name, fact in vocabulary().items() for key in fact.keys}


def _of(name: str) -> str:
    return vocabulary()[name].of

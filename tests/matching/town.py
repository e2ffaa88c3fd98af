"""A random town whose people are known, as departments tell of it: with duplicates, twins, slips.

Marks are short words instead of blind indexes: i7 the number of person 7, h7 the platform's mark,
d7 a department's own, n-… a stand-in. `truth` says of every record whom it is about.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import polars as pl

from core.city import load_city
from core.facts import Batch
from core.matching import Decision, MatchedFacts, decisions
from core.matching.keys import REGISTER

START = date(2022, 6, 1)
DAYS = [START + timedelta(days=25 * n) for n in range(3)]
VILLAGES = ["330482102201", "330482103205", "330482103206", "330482001202"]
NAMES, BIRTHS = list("甲乙丙丁戊己庚辛壬癸"), [date(1950, 1, n) for n in (1, 2, 3)]
DEPARTMENTS = ["M01-01", "M07-04"]


@dataclass
class Person:
    """One human being; *name* changes when somebody is renamed."""

    n: int
    name: str
    born: date
    village: str
    mother: int | None = None

    def key(self) -> str:
        return f"{self.name}|{self.born}"


@dataclass
class Town:
    """Everything told so far: rows of a class by day, and whom they are about."""

    chance: Random
    people: list[Person] = field(default_factory=list)
    rows: dict[tuple[date, str], list[dict]] = field(default_factory=dict)
    truth: dict[tuple[str, str], int] = field(default_factory=dict)
    stand_ins: dict[str, set[int]] = field(default_factory=dict)

    def tell(self, class_id: str, day: date, about: Person, record: str, **row) -> None:
        self.rows.setdefault((day, class_id), []).append({"record_id": record, **row})
        self.truth[class_id, record] = about.n
        if row.get("person", "").startswith("n-"):
            self.stand_ins.setdefault(row["person"], set()).add(about.n)

    def owners(self, mark: str) -> set[int]:
        """Whose mark this is: one person's, or everybody's who is called so."""
        found = re.search(r"[ijhgbd](\d+)$", mark)
        return self.stand_ins[mark] if mark.startswith("n-") else {int(found[1])}

    def often(self, share: float) -> bool:
        return self.chance.random() < share


def built(seed: int, many: int = 40) -> Town:
    town = Town(Random(seed))
    pick = town.chance.choice
    for n in range(many):
        town.people.append(Person(n, pick(NAMES), pick(BIRTHS), pick(VILLAGES)))
    for one, other in pairwise(town.people):
        if town.often(0.1):  # twins, or a couple of namesakes
            other.born, other.village = one.born, one.village
    _register(town)
    _babies(town)
    for class_id in DEPARTMENTS:
        _department(town, class_id)
    return town


def _register(town: Town) -> None:
    """Half of the towns number everybody, as the police do; in others some have a mark only."""
    numbered = town.often(0.5)
    for p in town.people:
        own = town.chance.choice(["id", "id", "both"] if numbered else ["id", "both", "mark"])
        row = {
            "_name": p.key(),
            "region": p.village,
            "birth_date": p.born,
            "household": f"H{p.n // 3}",
        }
        who = {"id": {"person": f"i{p.n}", "_id": f"i{p.n}"}, "mark": {"person": f"h{p.n}"},
               "both": {"person": f"h{p.n}", "_id": f"i{p.n}"}}[own]  # fmt: skip
        town.tell(REGISTER, DAYS[0], p, f"r{p.n}", **row, **who)
        if town.often(0.1):  # registered twice
            town.tell(REGISTER, DAYS[1], p, f"x{p.n}", **row, person=f"g{p.n}", _id=f"i{p.n}")
        if town.often(0.1):  # renamed
            p.name += "新"
            town.tell(REGISTER, DAYS[2], p, f"r{p.n}", **row | {"_name": p.key()}, **who)
        elif own == "id" and town.often(0.1):  # the police give another number
            town.tell(REGISTER, DAYS[1], p, f"r{p.n}", **row, person=f"j{p.n}", _id=f"j{p.n}")
        elif own == "id" and town.often(0.1):  # entered under somebody else's number at first
            wrong = f"i{(p.n + 1) % len(town.people)}"
            town.rows[DAYS[0], REGISTER][-1].update(person=wrong, _id=wrong)
            town.tell(REGISTER, DAYS[1], p, f"r{p.n}", **row, **who)


def _babies(town: Town) -> None:
    """Born in the first days; twins now and then, told of apart; each registered or not yet."""
    n = len(town.people)
    for mother in town.people[::7]:
        day = START + timedelta(days=town.chance.randrange(5))
        for _ in range(2 if town.often(0.4) else 1):
            baby = Person(n, f"婴{n}", day, mother.village, mother.n)
            town.people.append(baby)
            mum = town.chance.choice([f"i{mother.n}", f"h{mother.n}"])
            mark = {"person": f"b{n}"} if town.often(0.7) else {}
            told = DAYS[1] if town.often(0.3) else DAYS[0] + timedelta(days=9)
            town.tell("P05-03", told, baby, f"c{n}", mother_id=mum, birth_date=day, **mark)
            if town.often(0.8):
                since = town.chance.choice(DAYS[1:])
                entry = {"_name": baby.key(), "region": baby.village, "birth_date": day}
                number = {"person": f"i{n}", "_id": f"i{n}"}
                town.tell(REGISTER, since, baby, f"r{n}", **entry, **number)
                town.tell("P02-02", since, baby, f"t{n}", person=f"i{n}", mother_id=mum)
            n += 1


def _department(town: Town, class_id: str) -> None:
    for p in town.people:
        for n in range(town.chance.randrange(3)):
            day, record = town.chance.choice(DAYS), f"{p.n}.{n}"
            town.tell(class_id, day, p, record, **_row(town, class_id, p))


def _row(town: Town, class_id: str, p: Person) -> dict:
    """How this department writes about somebody this time."""
    how = town.chance.random()
    if how < 0.35:
        return {"person": f"i{p.n}"}
    if how < 0.55:
        slip = town.often(0.1)
        other = (p.n + 1) % len(town.people) if slip else p.n
        return {"person": f"h{p.n}", "_id": f"i{other}"} | ({} if slip else {"_name": p.key()})
    named = {"_name": p.key(), "region": p.village}
    if how < 0.65:
        return {"person": f"{class_id[:3]}d{p.n}", **named}
    if town.often(0.3):
        named["region"] = p.village[:9]
    return {"person": f"n-{p.key()}|{named['region']}", **named}


def stored(town: Town, folder: Path, until: date = date.max) -> MatchedFacts:
    """The facts of the town as far as they were told by a day, delivered day by day."""
    facts = MatchedFacts(folder, load_city())
    for (day, class_id), rows in sorted(town.rows.items()):
        if day <= until:
            frame = pl.DataFrame(rows, infer_schema_length=None)
            facts.append(Batch(class_id=class_id, observed=day, frame=frame))
    return facts


def decide_some(town: Town, facts: MatchedFacts) -> list[Decision]:
    """People look at some of the open pairs, and see the truth."""
    made = []
    for day in DAYS[1:]:
        for pair in facts.matching(day).unsure.iter_rows(named=True):
            a, b = town.owners(pair["a"]), town.owners(pair["b"])
            if town.often(0.3) and len(a) == len(b) == 1:
                made.append(Decision(pair["a"], pair["b"], a == b, day, "wu"))
                decisions.note(facts.folder, made[-1])
    return made

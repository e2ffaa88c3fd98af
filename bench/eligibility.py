"""All rules over a city, beside the one-family path and beside OpenFisca, in one run.

The city is made up (`bench._facts`). Mismatches are counted, never hidden: every rule of a sample of
people against the verdicts a chat gives them, and eight rules of everybody against OpenFisca, both
three-valued.
"""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl

from bench._facts import city
from core.city import Standards, load_city
from core.rules import Facts, Person, eligible, next_question
from core.rules.engine.plan import plan
from core.rules.engine.shelf import is_personal
from core.rules.engine.take_up import City, evaluated, missing_benefits, verdicts

DAY = date(2023, 7, 15)
HOUSEHOLDS = 250_000
SAID = {"yes": True, "no": False, "unknown": None}
WARM_UP = 20


def run(
    *, households: int = HOUSEHOLDS, rounds: int = 5, sample: int = 300, residents: int = 400
) -> dict[str, Any]:
    """Seconds for the whole city, best and median of *rounds*, warm; milliseconds a resident."""
    std = load_city().standards(DAY)
    town = city(households, unknown=0.15)
    whole = _seconds(lambda: verdicts(town, std), rounds)
    missed = _seconds(lambda: missing_benefits(town, std), 2)
    found: dict[str, Any] = {
        "households": households,
        "persons": len(town.persons),
        "rules": len(plan(std).rules),
        "all_rules": whole,
        "take_up": missed,
        "one_row_mismatches": _mismatches(town, std, sample),
        "resident": _resident(town, std, residents),
        "eight_rules": _beside_openfisca(town, std, rounds),
    }
    return found


def _seconds(work: Callable[[], object], rounds: int) -> dict[str, float]:
    return _in_turns(rounds, work)[0]


def _mismatches(town: City, std: Standards, sample: int) -> dict[str, int]:
    """The verdicts of a sample of people in a chat against their rows in the city."""
    found = verdicts(town, std)
    homes = {row["household"]: row for row in found.households.rows(named=True)}
    compared = wrong = 0
    for place in random.Random(3).sample(range(len(town.persons)), sample):
        said = found.persons.row(place, named=True)
        said |= homes[said["household"]]
        for verdict in eligible(_family(town, place), std):
            compared += 1
            wrong += said[verdict.id] is not SAID[verdict.verdict]
    return {"compared": compared, "different": wrong}


def _family(town: City, place: int) -> Facts:
    """One person of the city and the household, as a chat would know them."""
    person = town.persons.row(place, named=True)
    home = town.households.row(int(person["household"]), named=True)
    own = {n: v for n, v in person.items() if is_personal(n)}
    return Facts({n: v for n, v in home.items() if n != "household"}, (Person("self", own),))


def _resident(town: City, std: Standards, residents: int) -> dict[str, float]:
    """Milliseconds for one resident's verdicts, and for the next question on top; warm.

    On a machine shared with others the processor's milliseconds (of all cores) say what it cost.
    """
    dice = random.Random(5)
    spent: dict[str, list[float]] = {name: [] for name in ("verdicts", "verdicts_cpu", "question")}
    for _ in range(WARM_UP + residents):
        facts = _half_told(_family(town, dice.randrange(len(town.persons))), dice)
        began, busy = time.perf_counter(), time.process_time()
        found = eligible(facts, std)
        spent["verdicts"].append((time.perf_counter() - began) * 1000)
        spent["verdicts_cpu"].append((time.process_time() - busy) * 1000)
        began = time.perf_counter()
        next_question(found)
        spent["question"].append((time.perf_counter() - began) * 1000)
    return {
        f"{name}_p{share}_ms": _at(times[WARM_UP:], share / 100)
        for name, times in spent.items()
        for share in (50, 99)
    }


def _half_told(facts: Facts, dice: random.Random) -> Facts:
    """What somebody in a chat might have told so far: a third of it."""
    home = {n: v for n, v in facts.household.items() if dice.random() < 0.35}
    first = facts.people[0]
    own = {n: v for n, v in first.facts.items() if dice.random() < 0.35}
    return Facts(home | {"wages": 0, "new_wage": 0}, (replace(first, facts=own),))


def _at(values: list[float], share: float) -> float:
    return round(sorted(values)[int(len(values) * share)], 2)


def _beside_openfisca(town: City, std: Standards, rounds: int) -> dict[str, Any]:
    """Eight rules of the same city, taking turns with OpenFisca."""
    from bench._eight import RULES, arrays, eight

    told = arrays(town)
    chosen = [plan(std).rules[rule] for rule in RULES]
    ours, peer = _in_turns(
        rounds,
        lambda: evaluated(town, std, chosen, lambda c: c.verdict()),
        lambda: eight(town, told, std),
    )
    return {
        "rules": list(RULES),
        "ours": ours,
        "openfisca": peer,
        "openfisca_over_ours": round(peer["best_s"] / ours["best_s"], 1),
        "openfisca_over_ours_median": round(peer["median_s"] / ours["median_s"], 1),
        "mismatches": _differ(town, std, eight(town, told, std)),
    }


def _in_turns(rounds: int, *work: Callable[[], object]) -> list[dict[str, float]]:
    """Every engine once a turn, so that a busy minute hits all alike; the first turn warms up."""
    spent: list[list[float]] = [[] for _ in work]
    for _ in range(rounds + 1):
        for times, one in zip(spent, work, strict=True):
            began = time.perf_counter()
            one()
            times.append(time.perf_counter() - began)
    return [
        {"best_s": round(min(s[1:]), 3), "median_s": round(statistics.median(s[1:]), 3)}
        for s in spent
    ]


def _differ(town: City, std: Standards, peer: dict[str, Any]) -> dict[str, int]:
    """Every answer of everybody: how many compared, how many differ, unknown ones included."""
    found = verdicts(town, std)
    compared = wrong = 0
    for rule, theirs in peer.items():
        frame = found.households if rule in found.households.columns else found.persons
        same = pl.Series(theirs).replace_strict({0: False, 1: True}, default=None)
        compared += len(frame)
        wrong += int(frame[rule].ne_missing(same).sum())
    return {"compared": compared, "different": wrong}

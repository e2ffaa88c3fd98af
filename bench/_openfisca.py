"""The same portrait in OpenFisca: persons, households, one variable a level, side by side low/high.

OpenFisca has no null, so every input comes with a second one that says whether it is unknown, and
counts as "surely" and "perhaps". It cannot try several values of one variable inside a formula:
families whose workers or jobs are in doubt get 发展型 from the two ends only and are left out when
answers are compared.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import polars as pl
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench._ends import ends_of
from bench._population import ENUMS, FLAGS, NUMBERS, TRAITS
from bench._rules import FADING, FLOORS, GATES, LINES, RULES, WEIGHTS

PERIOD = "2022-07"
SIDES = ("low", "high")
PERSON = build_entity(key="person", plural="persons", label="person", is_person=True)
HOUSEHOLD = build_entity(
    key="household", plural="households", label="household", roles=[{"key": "member"}]
)


@dataclass(frozen=True)
class Tri:
    """A three-valued condition: surely so, and perhaps so."""

    surely: Any
    perhaps: Any

    def __and__(self, other: "Tri") -> "Tri":
        return Tri(self.surely & other.surely, self.perhaps & other.perhaps)

    def __invert__(self) -> "Tri":
        return Tri(~self.perhaps, ~self.surely)


@dataclass(frozen=True)
class Coded:
    """A category kept as a number, compared by its word."""

    codes: Any
    words: tuple[str, ...]

    def __eq__(self, word: object) -> Any:
        return self.codes == self.words.index(str(word))

    __hash__ = None  # type: ignore[assignment]


def _counts(age: Callable[[str], Any], says: Callable[[str], Tri]) -> dict[str, Callable[[], Tri]]:
    def years(low: int, high: int = 200) -> Tri:
        inside = (age("age") >= low) & (age("age") <= high)
        return Tri(inside & ~age("age_unknown"), inside | age("age_unknown"))

    def able() -> Tri:
        strong = ~(says("certified") & says("severe")) & ~says("fully_dependent")
        return years(16, 59) & ~says("in_school") & strong

    return {
        "n_labor": able,
        "n_employed": lambda: able() & says("employed"),
        "n_elder60": lambda: years(60),
        "n_elder80": lambda: years(80),
        "n_dis": lambda: says("certified"),
        "n_severe_dis": lambda: says("certified") & says("severe"),
        "n_disabled_full": lambda: says("fully_dependent"),
        "n_disabled_semi": lambda: says("partly_dependent"),
        "n_uninsured": lambda: ~says("insured"),
        "n_major_ill": lambda: says("very_ill"),
        "n_long_treat": lambda: says("long_treated"),
        "n_cognitive": lambda: says("cognitive"),
        "n_student_unaided": lambda: says("unaided"),
        "n_child_hard": lambda: years(0, 15) & says("child_hard"),
        "n_child_weak": lambda: years(0, 15) & says("child_weak"),
    }


COUNTS = tuple(_counts(lambda _: None, lambda _: Tri(None, None)))


def _variable(name: str, of: Any, kind: type, formula: Any = None) -> type[Variable]:
    body: dict[str, Any] = {"value_type": kind, "entity": of, "definition_period": DateUnit.MONTH}
    body |= {"label": name} if formula is None else {"label": name, "formula": formula}
    return type(name, (Variable,), body)


def _inputs() -> Iterator[type[Variable]]:
    for name in ("age", *TRAITS):
        yield _variable(name, PERSON, int if name == "age" else bool)
        yield _variable(f"{name}_unknown", PERSON, bool)
    for name in (*ENUMS, *FLAGS, *NUMBERS):
        yield _variable(name, HOUSEHOLD, bool if name in FLAGS else int)
        yield _variable(f"{name}_unknown", HOUSEHOLD, bool)


def _tallies() -> Iterator[type[Variable]]:
    def of_person(count: str, how: str) -> Any:
        def formula(person: Any, period: Any) -> Any:
            def says(trait: str) -> Tri:
                value, unknown = person(trait, period), person(f"{trait}_unknown", period)
                return Tri(value & ~unknown, value | unknown)

            told = _counts(lambda name: person(name, period), says)[count]()
            return getattr(told, how)

        return formula

    def of_household(count: str, how: str) -> Any:
        return lambda household, period: household.sum(household.members(f"{count}_{how}", period))

    for count in COUNTS:
        for how in ("surely", "perhaps"):
            yield _variable(f"{count}_{how}", PERSON, bool, of_person(count, how))
            yield _variable(f"{count}_all_{how}", HOUSEHOLD, int, of_household(count, how))
    yield _variable("n_members", HOUSEHOLD, int, lambda household, period: household.nb_persons())


class _Known(Mapping[str, Any]):
    """The variables of a household with every unknown at one end, as rules ask for them."""

    def __init__(self, household: Any, period: Any, letter: str, side: int) -> None:
        self.household, self.period, self.letter, self.side = household, period, letter, side

    def __getitem__(self, name: str) -> Any:
        if name == "n_members":
            return self.household(name, self.period)
        end = ends_of(self.letter, name)[self.side]
        if name in COUNTS:
            return self.household(f"{name}_all_{'surely' if end == 0 else 'perhaps'}", self.period)
        unknown = self.household(f"{name}_unknown", self.period)
        value = self.household(name, self.period)
        if name in ENUMS:
            words = ENUMS[name][0]
            return Coded(np.where(unknown, words.index(end), value), words)
        return np.where(unknown, end, value)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _rules() -> Iterator[type[Variable]]:
    for side, end in enumerate(SIDES):
        for name, rule in RULES.items():
            yield _variable(f"{name}_{end}", HOUSEHOLD, int, _level(rule, name[0], side))
        for letter in WEIGHTS:
            told = {**FLOORS[letter], f"{letter}_gate": GATES[letter]}
            for name, condition in told.items():
                formula = _condition(condition, letter, side)
                yield _variable(f"{name}_{end}", HOUSEHOLD, bool, formula)
            yield _variable(f"{letter}_score_{end}", HOUSEHOLD, int, _score(letter, side))
            yield _variable(f"{letter}_colour_{end}", HOUSEHOLD, int, _colour(letter, end))


def _level(rule: Any, letter: str, side: int) -> Any:
    def formula(household: Any, period: Any) -> Any:
        deprived, near = rule(_Known(household, period, letter, side))
        return deprived.astype(np.int32) + near

    return formula


def _condition(condition: Any, letter: str, side: int) -> Any:
    return lambda household, period: condition(_Known(household, period, letter, side))


def _score(letter: str, side: int) -> Any:
    names = [n for n in RULES if n[0] == letter]
    weights = dict(zip(names, WEIGHTS[letter], strict=True))

    def formula(household: Any, period: Any) -> Any:
        total = 0
        for name, weight in weights.items():
            level = household(f"{name}_{SIDES[side]}", period)
            if name in FADING:
                days = _Known(household, period, letter, side)[FADING[name]]
                total = total + level * weight * np.select([days <= 30, days <= 90], [10, 7], 4)
            else:
                total = total + level * (weight * 10)
        return total

    return formula


def _colour(letter: str, end: str) -> Any:
    yellow, red = LINES[letter]

    def formula(household: Any, period: Any) -> Any:
        score = household(f"{letter}_score_{end}", period)
        is_red = score >= red * 20
        for name in FLOORS[letter]:
            is_red = is_red | household(f"{name}_{end}", period)
        shown = np.select([is_red, score >= yellow * 20], [3, 2], 1)
        return np.where(household(f"{letter}_gate_{end}", period), shown, 0)

    return formula


@cache
def system() -> Any:
    built = TaxBenefitSystem([PERSON, HOUSEHOLD])
    for variable in (*_inputs(), *_tallies(), *_rules()):
        built.add_variable(variable)
    return built


def wanted() -> list[str]:
    """Every figure of the portrait, floors and gates as low and high too."""
    names = [*RULES, *(n for told in FLOORS.values() for n in told)]
    names += [f"{letter}_{what}" for letter in WEIGHTS for what in ("gate", "score", "colour")]
    return [f"{name}_{end}" for name in names for end in SIDES]


def arrays(frame: pl.DataFrame) -> dict[str, Any]:
    """The columns as OpenFisca takes them: a value and whether it is unknown."""
    told: dict[str, Any] = {}
    for name in frame.columns:
        if name != "household":
            series = frame[name].to_physical()
            nothing = False if series.dtype == pl.Boolean else 0
            told[name] = series.fill_null(nothing).to_numpy()
            told[f"{name}_unknown"] = series.is_null().to_numpy()
    return told


def portrait(households: pl.DataFrame, persons: pl.DataFrame) -> dict[str, Any]:
    """All figures as arrays, in the order of the households."""
    home = persons["household"].to_numpy()
    builder = SimulationBuilder()
    builder.create_entities(system())
    builder.declare_person_entity("person", np.arange(len(home)))
    population = builder.declare_entity("household", households["household"].to_numpy())
    builder.join_with_persons(population, home, np.zeros(len(home), dtype=np.int64))
    simulation = builder.build(system())
    for name, values in (arrays(households) | arrays(persons)).items():
        simulation.set_input(name, PERIOD, values)
    return {name: simulation.calculate(name, PERIOD) for name in wanted()}


def as_frame(found: dict[str, Any]) -> pl.DataFrame:
    """The figures under the names of ours: a gate or floor whose ends differ is null."""
    columns: list[pl.Series] = []
    for name in wanted():
        base, _, end = name.rpartition("_")
        if base.startswith("red_") or base.endswith("_gate"):
            if end == "low":
                low, high = pl.Series(found[name]), pl.Series(found[f"{base}_high"])
                said = pl.select(pl.when(low == high).then(low)).to_series()
                columns.append(said.cast(pl.Boolean).alias(base))
        else:
            columns.append(pl.Series(name, found[name]))
    return pl.DataFrame(columns)

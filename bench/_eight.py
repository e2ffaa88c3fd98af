"""Eight of the rules in OpenFisca, three-valued, with the parameters of the same day.

OpenFisca has no null, so every fact comes with a second one that says whether it is unknown, and
every condition is held twice, as "surely" and "perhaps". Amounts are whole fen in 32 bits, as its
integers are.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from core.city import Standards, load_city
from core.rules.engine.shelf import vocabulary
from core.rules.engine.take_up import City
from core.rules.words import edge_line

PERIOD = "2023-07"
HOUSEHOLD_RULES = ("R-05", "R-08", "R-10", "R-11")
PERSON_RULES = ("R-12", "R-14", "R-15", "R-28")
RULES = (*HOUSEHOLD_RULES, *PERSON_RULES)
HOME_FACTS = (
    "family_hukou_local", "residence_permit", "n_members", "counted_income", "fin_assets",
    "houses", "house_area", "vehicles", "has_business", "status", "income_12m", "rigid_year",
    "shock", "destitute", "cost_jump", "gets_temporary_assistance",
)  # fmt: skip
PERSON_FACTS = (
    "age", "hukou_local", "disability_level", "disability_kind", "selfcare", "tekun",
    "other_nursing", "parents_gone", "gets_old_age_allowance", "gets_disability_living_subsidy",
    "gets_disability_care_subsidy", "gets_home_care_bed",
)  # fmt: skip
PERSON = build_entity(key="person", plural="persons", label="person", is_person=True)
HOUSEHOLD = build_entity(
    key="household", plural="households", label="household", roles=[{"key": "member"}]
)


@dataclass(frozen=True, eq=False)
class Tri:
    """A three-valued condition: surely so, and perhaps so."""

    surely: Any
    perhaps: Any

    def __and__(self, other: "Tri") -> "Tri":
        return Tri(self.surely & other.surely, self.perhaps & other.perhaps)

    def __or__(self, other: "Tri") -> "Tri":
        return Tri(self.surely | other.surely, self.perhaps | other.perhaps)

    def __invert__(self) -> "Tri":
        return Tri(~self.perhaps, ~self.surely)


@dataclass(frozen=True, eq=False)
class Known:
    """A number and where it is unknown."""

    value: Any
    unknown: Any

    def tri(self, holds: Any) -> Tri:
        return Tri(holds & ~self.unknown, holds | self.unknown)

    def __sub__(self, other: "Known") -> "Known":
        return Known(self.value - other.value, self.unknown | other.unknown)

    def below(self, limit: Any) -> Tri:
        return self.tri(self.value < limit)

    def at_most(self, limit: Any) -> Tri:
        return self.tri(self.value <= limit)

    def at_least(self, limit: Any) -> Tri:
        return self.tri(self.value >= limit)

    def one_of(self, fact: str, *words: str) -> Tri:
        choices = list(vocabulary()[fact].choices)
        return self.tri(np.isin(self.value, [choices.index(word) for word in words]))


Get = Callable[[str], Any]
Rule = Callable[[Get], Any]


def rules(std: Standards) -> dict[str, Rule]:
    """The eight rules by id; a getter gives numbers as Known and yes-or-no facts as Tri."""
    return {**_of_households(std), **_of_persons(std)}


def _of_households(std: Standards) -> dict[str, Rule]:
    dibao, edge = std.fen("dibao_std"), edge_line(std)

    def r05(get: Get) -> Any:
        poor = get("counted_income").below(dibao * get("n_members").value)
        owns = _owns_little(get, std, "prop_cash_mult_year")
        return get("family_hukou_local") & poor & owns | _had(_on(get, "dibao"))

    def r08(get: Get) -> Any:
        income, members = get("counted_income"), get("n_members").value
        poor = income.at_most(edge * members) & ~_on(get, "dibao", "tekun")
        owns = _owns_little(get, std, "prop_edge_cash_mult_year")
        above = ~income.below(dibao * members) | ~_saves_little(get, std, "prop_cash_mult_year")
        return get("family_hukou_local") & poor & owns & above | _had(_on(get, "edge"))

    def r10(get: Get) -> Any:
        line, year = dibao * 12 * get("n_members").value, get("income_12m")
        poor = (year - get("rigid_year")).below(line) | _had(year.below(line))
        return get("family_hukou_local") & poor | _had(_on(get, "rigid"))

    def r11(get: Get) -> Any:
        here = get("family_hukou_local") | get("residence_permit")
        listed = _on(get, "dibao", "danrenbao", "edge", "tekun")
        cause = get("shock") & get("destitute") | listed & get("cost_jump")
        return here & cause | _had(get("gets_temporary_assistance"))

    return dict(zip(HOUSEHOLD_RULES, (r05, r08, r10, r11), strict=True))


def _of_persons(std: Standards) -> dict[str, Rule]:
    def r12(get: Get) -> Any:
        old = get("age").at_least(std.integer("elder_high_age")) & get("age").below(100)
        return get("hukou_local") & old | _had(get("gets_old_age_allowance"))

    def r14(get: Get) -> Any:
        poor = _on(get, "dibao") | _on(get, "edge", "danrenbao") & _severe(get)
        free = ~_tekun(get) & (get("age").at_least(18) | ~get("parents_gone"))
        card = get("disability_level").at_least(1)
        return card & poor & free | _had(get("gets_disability_living_subsidy"))

    def r15(get: Get) -> Any:
        alone = ~_tekun(get) & ~get("other_nursing")
        return _severe(get) & alone | _had(get("gets_disability_care_subsidy"))

    def r28(get: Get) -> Any:
        old = get("age").at_least(std.integer("bed_min_age"))
        listed = _on(get, "dibao", "danrenbao", "edge")
        return listed & old & get("selfcare").at_least(1) | _had(get("gets_home_care_bed"))

    return dict(zip(PERSON_RULES, (r12, r14, r15, r28), strict=True))


def _had(condition: Tri) -> Tri:
    """Counts only where it is sure."""
    return Tri(condition.surely, condition.surely)


def _on(get: Get, *lists: str) -> Any:
    return get("status").one_of("status", *lists)


def _tekun(get: Get) -> Any:
    """The person's own record; where there is none, the family's list."""
    own, family = get("tekun"), _on(get, "tekun")
    open_ = own.perhaps & ~own.surely
    surely, perhaps = open_ & family.surely, open_ & family.perhaps
    return Tri(own.surely | surely, own.surely | perhaps)


def _severe(get: Get) -> Any:
    level = get("disability_level")
    mind = get("disability_kind").one_of("disability_kind", "intellectual", "mental")
    third = level.tri(level.value == 3)
    return level.tri((level.value >= 1) & (level.value <= 2)) | mind & third


def _owns_little(get: Get, std: Standards, multiple: str) -> Any:
    """Savings, homes, cars and shops within the limits."""
    area, members = get("house_area"), get("n_members").value
    few = get("houses").at_most(std.integer("prop_house_max"))
    homes = few | area.at_most(std.integer("prop_house_area_pc") * members)
    free = get("vehicles").at_most(0) & ~get("has_business")
    return homes & free & _saves_little(get, std, multiple)


def _saves_little(get: Get, std: Standards, multiple: str) -> Any:
    members, years = get("n_members").value, std.number(multiple)
    alone = std.fen("dibao_std", max(years, std.number("prop_cash_single_mult_year")) * 12)
    several = std.fen("dibao_std", years * 12) * members
    return get("fin_assets").at_most(np.where(members == 1, alone, several))


def _getter(entity: Any, period: Any) -> Get:
    """Facts of a person, or of the household the person belongs to."""

    def get(name: str) -> Any:
        of_home = name in HOME_FACTS and hasattr(entity, "household")
        source = entity.household if of_home else entity
        value, unknown = source(name, period), source(f"{name}_unknown", period)
        if vocabulary()[name].kind == "bool":
            return Tri(value & ~unknown, value | unknown)
        return Known(value, unknown)

    return get


def _formula(rule: Rule) -> Any:
    """1 yes, 0 no, 2 cannot tell."""

    def formula(entity: Any, period: Any) -> Any:
        said = rule(_getter(entity, period))
        return np.where(said.surely, 1, np.where(said.perhaps, 2, 0)).astype(np.int32)

    return formula


def _variable(name: str, of: Any, kind: type, formula: Any = None) -> type[Variable]:
    body: dict[str, Any] = {"value_type": kind, "entity": of, "definition_period": DateUnit.MONTH}
    body |= {"label": name} if formula is None else {"label": name, "formula": formula}
    return type(name.replace("-", "_"), (Variable,), body)


def _variables(std: Standards) -> Iterator[type[Variable]]:
    for of, names in ((HOUSEHOLD, HOME_FACTS), (PERSON, PERSON_FACTS)):
        for name in names:
            yield _variable(name, of, bool if vocabulary()[name].kind == "bool" else int)
            yield _variable(f"{name}_unknown", of, bool)
    for name, rule in rules(std).items():
        of = HOUSEHOLD if name in HOUSEHOLD_RULES else PERSON
        yield _variable(name, of, int, _formula(rule))


@cache
def _system(at: Any) -> Any:
    built = TaxBenefitSystem([PERSON, HOUSEHOLD])
    for variable in _variables(load_city().standards(at)):
        built.add_variable(variable)
    return built


def arrays(city: City) -> dict[str, Any]:
    """The facts as OpenFisca takes them: a value and whether it is unknown."""
    told: dict[str, Any] = {}
    for frame, names in ((city.households, HOME_FACTS), (city.persons, PERSON_FACTS)):
        for name in names:
            series = frame[name].to_physical()
            told[name] = series.fill_null(series.dtype.is_integer() and 0).to_numpy()
            told[f"{name}_unknown"] = series.is_null().to_numpy()
    return told


def eight(city: City, told: dict[str, Any], std: Standards) -> dict[str, Any]:
    """The eight rules as arrays of 0, 1 and 2, in the order of households and persons."""
    builder = SimulationBuilder()
    system = _system(std.at)
    builder.create_entities(system)
    home = city.persons["home"].to_numpy()
    builder.declare_person_entity("person", np.arange(len(home)))
    population = builder.declare_entity("household", np.arange(len(city.households)))
    builder.join_with_persons(population, home, np.zeros(len(home), dtype=np.int64))
    simulation = builder.build(system)
    for name, values in told.items():
        simulation.set_input(name, PERIOD, values)
    return {rule: simulation.calculate(rule.replace("-", "_"), PERIOD) for rule in RULES}

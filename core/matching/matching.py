"""All marks of a day brought together: who is one person, and what nobody can tell."""

from dataclasses import dataclass, field

import polars as pl
from polars import col, lit

from core.city.regions import Regions
from core.facts.asof import StoreView
from core.matching import pairs as kinds
from core.matching.births import BIRTHS, by_mother
from core.matching.groups import apart, everyone, grouped, root
from core.matching.homes import HOMES, renumbered
from core.matching.keys import REGISTER, is_stand_in
from core.matching.names import by_names
from core.matching.numbers import Numbers, corrected
from core.matching.register import Register
from core.sources import sources

ALIASES: dict[str, pl.DataType] = {"mark": pl.String(), "person": pl.String()}
BORN: dict[str, pl.DataType] = {"record_id": pl.String(), "child": pl.String()}


@dataclass(frozen=True)
class Matching:
    """Who is who as of one day.

    *pairs*: every pair that was looked at (core.matching.pairs.PAIRS); not those that only the
    register tells and nothing else touches. *aliases*: mark, person: marks that belong to a person
    known by another mark; person is null for a stand-in that may be somebody or not. *born*:
    record_id, child of birth certificates without a mark. *homes*: number, household: households
    known by an earlier number.
    """

    pairs: pl.DataFrame
    aliases: pl.DataFrame
    born: pl.DataFrame
    homes: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=HOMES))

    @property
    def unsure(self) -> pl.DataFrame:
        """The pairs that wait for somebody to look."""
        return self.pairs.filter(col("same").is_null())

    def person(self, mark: str) -> str:
        """The person behind a mark; the mark itself when nothing else is known."""
        found = self.aliases.filter(col("mark") == mark, col("person").is_not_null())
        return str(found["person"].item()) if found.height else mark

    def marks(self, mark: str) -> set[str]:
        """All marks of the person behind a mark."""
        person = self.person(mark)
        return {mark, person, *self.aliases.filter(col("person") == person)["mark"]}

    def household(self, number: str) -> str:
        """The number a household is known by."""
        found = self.homes.filter(col("number") == number)
        return str(found["household"].item()) if found.height else number


def match(view: StoreView, regions: Regions, decided: pl.DataFrame) -> Matching:
    """Bring the marks of *view* together; *decided*: a, b, same as people said by that day."""
    if decided.is_empty() and _nothing_said(view):
        return Matching(kinds.none(), pl.DataFrame(schema=ALIASES), pl.DataFrame(schema=BORN))
    register = Register(view, regions)
    numbers = Numbers(view, register, decided)
    plain = numbers.plain
    first = _told(numbers.pairs(), corrected(register), decided=decided, plain=plain)
    known = everyone(plain, _groups(first, register, decided))
    names = by_names(view, register, known, numbers.open)
    births = by_mother(view, register, known)
    pairs = _told(first, names, births.drop_nulls("a"), decided=decided, plain=plain)
    groups = _groups(pairs, register, decided)
    aliases = _aliases(_hidden(pairs, groups), groups, plain, register)
    born = births.filter(col("a").is_null(), col("same")).select("record_id", child="b")
    return Matching(_checked(pairs, groups), aliases, _renamed(born, aliases), renumbered(register))


def _nothing_said(view: StoreView) -> bool:
    """Whether every record has its number, none was ever corrected, and no child was born."""
    if view.last_delivery(REGISTER) is None:
        return True
    changed = view.versioned(REGISTER) or view.last_delivery(BIRTHS) is not None
    return not changed and not any(view.named(class_id) for class_id in sources())


def _told(*found: pl.DataFrame, decided: pl.DataFrame, plain: pl.DataFrame) -> pl.DataFrame:
    """All pairs by the marks of the register, and over them what people decided."""
    said = decided.with_columns(why=lit("decided"), classes=pl.lit([], pl.List(pl.String)))
    rows = pl.concat([kinds.told(frame) for frame in found])
    ends = root(root(rows, "a", plain), "b", plain)
    rows = ends.with_columns(a="a_root", b="b_root").select(rows.columns)
    return kinds.told(pl.concat([kinds.told(said), rows.join(said, on=["a", "b"], how="anti")]))


def _groups(pairs: pl.DataFrame, register: Register, decided: pl.DataFrame) -> pl.DataFrame:
    """The groups that sure pairs make, without those that cannot be one person."""
    sure = pairs.filter("same")
    groups, by_hand = grouped(sure), grouped(decided.filter("same"))
    entries = register.of(groups["mark"])
    held = pl.concat([entries.select("name", person=c) for c in ("person", "id")])
    named = held.join(groups, left_on="person", right_on="mark", how="semi").unique()
    torn = apart(groups, named, decided.filter(~col("same")), by_hand)
    if not torn.len():
        return groups
    wrong = groups.filter(col("group").is_in(torn.implode()))["mark"].implode()
    doubtful = col("a").is_in(wrong) & (col("why") != "decided")
    return grouped(sure.filter(~doubtful))


def _checked(pairs: pl.DataFrame, groups: pl.DataFrame) -> pl.DataFrame:
    """Pairs that seemed sure but made an impossible group are not sure."""
    ends = root(root(pairs, "a", groups), "b", groups)
    broken = (col("same") & (col("a_root") != col("b_root"))).fill_null(False)
    return ends.select(
        "a",
        "b",
        pl.when(~broken).then("same").alias("same"),
        pl.when(broken).then(lit("names_differ")).otherwise("why").alias("why"),
        "classes",
    )


def _hidden(pairs: pl.DataFrame, groups: pl.DataFrame) -> pl.DataFrame:
    """Stand-ins that may be somebody and are nobody for sure: mark, person (null)."""
    unsure = pairs.filter(col("same").is_null(), is_stand_in(col("a"))).select(mark="a").unique()
    open_ = unsure.join(groups, on="mark", how="anti")
    return open_.with_columns(person=lit(None, pl.String))


def _aliases(
    hidden: pl.DataFrame, groups: pl.DataFrame, plain: pl.DataFrame, register: Register
) -> pl.DataFrame:
    """Every mark that is not the one its person is known by.

    A person is known by the mark that stood in the register first: so cases keep their subject.
    """
    known = groups.join(register.since(groups["mark"]), on="mark", how="left")
    order = ("since", is_stand_in(col("mark")), "mark")
    first = known.sort("group", *order, nulls_last=True).group_by("group").first()
    named = groups.join(first.select("group", person="mark"), on="group").select("mark", "person")
    numbers = everyone(plain, named.rename({"person": "group"})).rename({"group": "person"})
    others = numbers.filter(col("mark") != col("person"))
    return pl.concat([others, hidden]).sort("mark")


def _renamed(born: pl.DataFrame, aliases: pl.DataFrame) -> pl.DataFrame:
    found = born.join(aliases, left_on="child", right_on="mark", how="left")
    return found.select("record_id", child=pl.coalesce("person", "child"))

"""应享未享: only what became new, when data or a rule changed; unknown neither adds nor removes."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import polars as pl
import pytest

from core import accounts
from core.city import load_city
from core.city.standards import Value
from core.clock import at_time
from core.store.mail import Outbox
from core.store.takeup import Entitled
from core.takeup import keep, leave, newly, overview, page
from core.takeup.versions import versions
from tests.factories import CITY, VILLAGE_CODE, staff

AT, NOW = date(2022, 7, 15), at_time(date(2022, 7, 15), 3)
NEXT = AT + timedelta(days=1)
pytestmark = pytest.mark.usefixtures("db")


@dataclass
class Tonight:
    """Who is due what, and of whom nobody can tell."""

    rows: pl.DataFrame
    doubts: set = field(default_factory=set)
    unknown: dict = field(default_factory=lambda: {"R-05": 0, "R-12": 0})

    @property
    def benefits(self):
        return tuple(self.unknown)

    def doubtful(self, asked):
        return set(asked) & self.doubts


def due(*keys, doubts=()):
    rows = [(benefit, home, home, VILLAGE_CODE) for benefit, home in keys]
    schema = dict.fromkeys(("benefit", "subject", "household", "region"), pl.String())
    return Tonight(pl.DataFrame(rows, schema=schema, orient="row"), set(doubts))


async def tonight(*keys, at=AT, rule="v1", doubts=()):
    counted = await keep(due(*keys, doubts=doubts), {"R-05": rule, "R-12": rule}, at, now=NOW)
    return {one.benefit: (one.due, one.new, one.gone) for one in counted}


async def test_the_first_look_lists_everybody_and_calls_nobody_news():
    assert (await tonight(("R-05", "H1"), ("R-05", "H2")))["R-05"] == (2, 0, 0)
    assert await newly(VILLAGE_CODE, AT) == []
    assert await overview("330482", AT) == {"R-05": (2, 0)}


async def test_only_what_became_due_since_is_news_and_a_day_twice_changes_nothing():
    await tonight(("R-05", "H1"))
    for _ in range(2):
        assert (await tonight(("R-05", "H1"), ("R-05", "H2"), at=NEXT))["R-05"] == (2, 1, 0)
    assert [(e.household, e.benefit) for e in await newly(VILLAGE_CODE, NEXT)] == [("H2", "R-05")]
    assert await newly("330482101", NEXT) == []
    assert await Entitled.all().count() == 2


async def test_a_changed_rule_finds_people_and_says_by_which_version():
    await tonight(("R-05", "H1"))
    assert (await tonight(("R-05", "H1"), ("R-05", "H2"), at=NEXT, rule="v2"))["R-05"] == (2, 1, 0)
    assert (await Entitled.get(household="H2")).version == "v2"
    assert (await Entitled.get(household="H1")).version == "v1"


async def test_whoever_receives_it_or_is_not_entitled_any_more_leaves_the_list():
    await tonight(("R-05", "H1"), ("R-12", "H1"))
    assert (await tonight(("R-12", "H1"), at=NEXT))["R-05"] == (0, 0, 1)
    assert (await Entitled.get(benefit="R-05")).gone_on == NEXT


async def test_whoever_nobody_can_tell_of_tonight_stays_as_he_was():
    await tonight(("R-05", "H1"))
    assert (await tonight(at=NEXT, doubts=[("R-05", "H1")]))["R-05"] == (0, 0, 0)
    assert (await Entitled.get()).gone_on is None


async def test_gone_and_back_the_same_day_is_one_line_and_back_later_is_news():
    await tonight()
    await tonight(("R-05", "H1"), at=NEXT)
    await tonight(at=NEXT)
    await tonight(("R-05", "H1"), at=NEXT)
    assert await Entitled.all().count() == 1
    later = NEXT + timedelta(days=3)
    await tonight(at=later)
    assert (await tonight(("R-05", "H1"), at=later + timedelta(days=1)))["R-05"] == (1, 1, 0)


async def told(day=NEXT, most=200):
    names = {f"H{n}": {"head": f"家{n}"} for n in range(20)}
    return await leave(day, CITY, lambda asked: names, at=at_time(day, 3), most=most)


async def test_a_worker_gets_one_message_a_morning_with_eight_families_a_page():
    people = await staff(NOW)
    await tonight()
    await tonight(*[("R-05", f"H{n}") for n in range(10)], at=NEXT)
    assert await told() == 1
    assert await told() == 0
    (row,) = await Outbox.filter(notice="worker.entitled").prefetch_related("account")
    assert row.account.handle == "peng" and row.not_before == at_time(NEXT, 7, 30)
    peng = await accounts.who(people["peng"])
    first = await page(peng, 0, 0, NEXT)
    rest = await page(peng, first.message, first.next, NEXT)
    assert (len(first.families), len(rest.families), rest.next) == (8, 2, 0)
    line, head = first.families[0]
    assert head.startswith("家") and line.benefits
    other = await accounts.who(people["zhou"])
    assert await page(other, first.message, 0, NEXT) is None


async def test_what_is_settled_meanwhile_is_not_shown_any_more():
    people = await staff(NOW)
    await tonight()
    await tonight(("R-05", "H1"), ("R-05", "H2"), at=NEXT)
    await told()
    await tonight(("R-05", "H2"), at=NEXT + timedelta(days=1))
    seen = await page(await accounts.who(people["peng"]), 0, 0, NEXT)
    assert [line.household for line, _ in seen.families] == ["H2"]


async def test_a_rule_that_finds_hundreds_at_once_rings_on_no_phone():
    await staff(NOW)
    await tonight()
    await tonight(*[("R-05", f"H{n}") for n in range(10)], ("R-12", "H1"), at=NEXT)
    assert await told(most=9) == 1
    (row,) = await Outbox.filter(notice="worker.entitled")
    assert [line["benefits"] for line in row.body["lines"]] == [["R-12"]]


def test_a_rule_has_another_version_when_an_amount_it_names_changes():
    city = load_city()
    std = city.standards(AT)
    before = versions(std)
    assert len(set(before.values())) == len(before)
    old = std.parameters["dibao_std"]
    raised = replace(old, values=(*old.values, Value(2_000, AT, None, "law", "测试")))
    changed = versions(replace(std, parameters={**std.parameters, "dibao_std": raised}))
    other = {r for r in before if before[r] != changed[r]}
    assert other and other != set(before)

"""What each page of the duty desk shows, to whom, in which language; what is written into the trail."""

import re
from datetime import timedelta

import pytest

from bot.messages.supervisor import digest
from core import accounts
from core.clock import day_of
from core.desk import signing
from core.digest import morning
from core.monitoring.life import lives
from core.store.database import atomically
from core.store.monitoring import Guard, HeldBatch, Proposal
from core.store.people import Duty
from core.store.trail import Audit
from tests.factories import CITY, TOWN_CODE, person
from tests.render.reading import HAN, words
from tests.web.conftest import sit
from tests.web.test_desk_guard import csrf_in, text
from tests.web.town import OTHER_TOWN, SAID, in_full_swing

LU = "PH0101"
NAMES = re.compile("彭老师|程主任|小吴|小周|小梅|陆水根|陆杰|张秀英|机电一体化|中文|" + SAID)
HIDDEN = "孩子没人管"


@pytest.fixture
async def town(place):
    await in_full_swing(place)
    return place


async def seen(town, browser, path: str) -> str:
    status, page = await text(browser, f"{town.root}/desk{path}")
    assert status == 200, page
    return page


async def post(town, browser, path: str, **form) -> tuple[int, str, bytes]:
    page = await seen(town, browser, "")
    data = {"csrf": csrf_in(page), **form}
    async with browser.post(f"{town.root}/desk{path}", data=data) as answer:
        return answer.status, answer.url.path, await answer.read()


async def trail(what: str) -> list[tuple[str, str, str]]:
    return [(a.who, a.about, a.why) for a in await Audit.filter(what=what).order_by("seq")]


async def in_english(town, browser) -> None:
    await post(town, browser, "/look", wish="lang", back="/desk")


async def test_what_burns_stands_first_and_what_nobody_went_to_says_so(town, browser):
    await sit(town, "cheng", browser)
    page = await seen(town, browser, "")
    assert 'data-count="1"' in page
    assert page.index(town.late.number) < page.index('class="towns"')
    assert "超时" in page
    assert town.case.number not in page


async def test_the_queue_alone_is_the_queue_of_the_page(town, browser):
    await sit(town, "cheng", browser)
    alone = await seen(town, browser, "/red")
    assert town.late.number in alone
    assert "<html" not in alone


async def test_another_towns_matters_are_not_on_the_offices_pages(town, browser):
    await sit(town, "wu", browser)
    for path in ("", "/red", "/cases", f"/cases?area={OTHER_TOWN}", "/cases?colour=红"):
        assert town.late.number not in await seen(town, browser, path)
    assert town.case.number in await seen(town, browser, "/cases")
    assert (await text(browser, f"{town.root}/desk/case/{town.late.number}"))[0] == 404


@pytest.mark.parametrize("who", ["cheng", "wu"])
async def test_a_childs_matter_is_counted_for_others_and_shown_to_its_own_people(
    town, browser, who
):
    await sit(town, who, browser)
    for path in ("", "/cases"):
        page = await seen(town, browser, path)
        assert HIDDEN not in page
        assert town.child.number not in page
        assert "另有 1 件只给专人看" in page
    assert (await text(browser, f"{town.root}/desk/case/{town.child.number}"))[0] == 404


async def test_who_answers_for_children_sees_the_childs_matter(town, browser):
    await sit(town, "mei", browser)
    assert HIDDEN in await seen(town, browser, "")
    assert HIDDEN in await seen(town, browser, f"/case/{town.child.number}")


async def test_nobody_sees_a_matter_of_his_own_home(town, browser):
    wu = town.people["wu"]
    await Duty.create(
        account=wu, role="resident", area=TOWN_CODE, household=LU, since=town.clock().date()
        - timedelta(days=1),
    )  # fmt: skip
    await sit(town, "wu", browser)
    assert town.case.number not in await seen(town, browser, "/cases")
    for path in (f"/case/{town.case.number}", f"/family/{LU}"):
        assert (await text(browser, f"{town.root}/desk{path}"))[0] == 404
    status, _, _ = await post(town, browser, f"/family/{LU}/masked")
    assert status == 404
    assert await trail("see_family") == []
    assert await trail("see_masked") == []


@pytest.mark.parametrize(
    ("query", "lu", "late"),
    [
        ("", True, True),
        ("area=330482102", True, False),
        ("group=late", False, True),
        ("group=help", True, False),
        ("state=planned", True, False),
        ("state=shut", False, False),
        ("colour=红", False, True),
        ("monitor=MON-01", True, False),
        ("unit=M02", True, True),
        ("late=1", False, True),
        ("area=330482102&colour=红", False, False),
        ("page=99", False, False),
        ("page=x&late=no&nonsense=1", True, True),
    ],
)
async def test_a_list_is_narrowed_as_its_address_says(town, browser, query, lu, late):
    await sit(town, "cheng", browser)
    page = await seen(town, browser, f"/cases?{query}")
    assert (town.case.number in page, town.late.number in page) == (lu, late)


async def test_a_case_tells_why_who_and_what_came_of_it_and_leaves_a_trail(town, browser):
    await sit(town, "wu", browser)
    page = await seen(town, browser, f"/case/{town.case.number}")
    for words_ in ("毕业满一年", "市人社局", "彭老师", SAID, "要办的事", "一步一步"):
        assert words_ in page
    assert await trail("see_case") == [("wu", town.case.number, "desk")]


async def test_a_supervisor_asks_after_a_case_once_a_day(town, browser):
    await sit(town, "cheng", browser)
    path = f"/case/{town.late.number}"
    assert "催一下" in await seen(town, browser, path)
    for _ in range(2):
        status, where, page = await post(town, browser, f"{path}/nudge")
        assert (status, where) == (200, f"/desk{path}")
        assert "催过了" in page.decode()
        assert f"{path}/nudge" not in page.decode()


async def test_an_office_does_not_nudge(town, browser):
    await sit(town, "wu", browser)
    assert "/nudge" not in await seen(town, browser, f"/case/{town.case.number}")
    assert (await post(town, browser, f"/case/{town.case.number}/nudge"))[0] == 404


async def test_a_family_is_its_card_in_a_picture_and_in_words_with_a_line_in_the_trail(
    town, browser
):
    await sit(town, "wu", browser)
    page = await seen(town, browser, f"/family/{LU}")
    for words_ in ("data:image/png;base64,", "陆水根", "陆杰", "发展型", "打开整册", "脱敏版"):
        assert words_ in page
    assert await trail("see_family") == [("wu", LU, "desk")]


async def test_the_whole_booklet_asks_why_and_names_its_reader_on_every_page(town, browser):
    await sit(town, "wu", browser)
    for reason in ("", "好奇"):
        status, _, _ = await post(town, browser, f"/family/{LU}/booklet", why=reason)
        assert status == 400
    assert await trail("see_booklet") == []
    status, _, paper = await post(town, browser, f"/family/{LU}/booklet", why="核对情况")
    assert (status, paper[:5]) == (200, b"%PDF-")
    told = words(paper)
    assert "陆水根" in told
    assert "小吴" in told
    assert await trail("see_booklet") == [("wu", LU, "核对情况")]


async def test_the_masked_booklet_names_nobody_of_the_family(town, browser):
    await sit(town, "wu", browser)
    status, _, paper = await post(town, browser, f"/family/{LU}/masked")
    assert (status, paper[:5]) == (200, b"%PDF-")
    told = words(paper)
    assert not re.search("陆水根|陆杰|张秀英|9901", told)
    assert "多老人" in told
    assert await trail("see_masked") == [("wu", LU, "desk")]


async def test_the_morning_tells_numbers_signatures_and_who_is_better_off(town, browser):
    await sit(town, "cheng", browser)
    page = await seen(town, browser, "/morning")
    for words_ in ("请您盯一下", "等您签字", "412", "日子好起来的", "380", "每周：困难有多少样"):
        assert words_ in page
    assert "-1.0" in page, "M0 against the week before"
    for group in ("new", "wait", "help", "done", "late", "red"):
        assert f"/desk/cases?group={group}" in page


async def test_a_childs_matter_is_counted_in_the_morning_and_never_named(town, browser):
    await sit(town, "cheng", browser)
    page = await seen(town, browser, "/morning")
    assert "1 件还没人去，只给专人看" in page
    assert town.child.number not in page


@pytest.mark.parametrize(("do", "state"), [("release", "released"), ("drop", "dropped")])
async def test_what_the_brake_holds_is_let_go_or_dropped_with_a_line_in_the_trail(
    town, browser, do, state
):
    await sit(town, "cheng", browser)
    for _ in range(2):
        status, where, page = await post(town, browser, "/held/MON-30", do=do)
        assert (status, where) == (200, "/desk/morning")
    assert "停水的人家" not in page.decode()
    assert (await HeldBatch.get(monitor="MON-30")).state == state
    assert [(who, about) for who, about, _ in await trail(f"flood_{state}")] == [
        ("cheng", "MON-30")
    ]


@pytest.mark.parametrize(("do", "state"), [("accept", "accepted"), ("refuse", "refused")])
async def test_a_proposal_is_read_with_its_figures_and_decided_once_in_a_persons_name(
    town, browser, do, state
):
    await sit(town, "cheng", browser)
    page = await seen(town, browser, "/morning")
    for words_ in (
        "看过的 40 件里，属实的只有 11 件",
        "家里另有帮手：是",
        "少 19 件误报，会漏 1 件真的",
    ):
        assert words_ in page
    number = (await Proposal.get()).id
    for again in (do, "refuse", "accept"):
        status, where, page = await post(town, browser, f"/proposal/{number}", do=again)
        assert (status, where) == (200, "/desk/morning")
    assert "照护者病倒" not in page.decode()
    assert ((row := await Proposal.get()).state, row.decided_by) == (state, "cheng")
    assert await Guard.all().count() == (do == "accept")
    told = [(who, about) for who, about, _ in await trail(f"proposal_{state}")]
    assert told == [("cheng", "MON-47")]


async def test_a_pause_that_is_agreed_pauses_the_monitor(town, browser):
    figures = {"title": "停水", "title_en": "No water", "precision": {"n": 30, "right": 4}}
    row = await Proposal.create(
        monitor="MON-30", version="1", kind="pause", figures=figures, made_at=town.clock()
    )
    await sit(town, "cheng", browser)
    assert "要不要先停一停" in await seen(town, browser, "/morning")
    await post(town, browser, f"/proposal/{row.id}", do="accept")
    assert (await lives({"MON-30": "live"}))["MON-30"].stage == "paused"


async def test_an_office_decides_nothing_about_monitors(town, browser):
    await sit(town, "wu", browser)
    assert (await post(town, browser, "/held/MON-30", do="release"))[0] == 404
    assert (await HeldBatch.get(monitor="MON-30")).state == "held"
    for number in ((await Proposal.get()).id, 999_999, "x", "²"):
        assert (await post(town, browser, f"/proposal/{number}", do="accept"))[0] == 404
    assert (await Proposal.get()).state == "open"


async def test_in_chat_the_morning_leads_to_what_waits_for_a_signature(town):
    who = await accounts.who(town.people["cheng"])
    told = await morning(day_of(town.clock()), "330482", CITY, now=town.clock(), sign=2)
    verbs = [b.verb for row in digest(told, CITY, "zh", who.id).rows for b in row]
    assert "sign" in verbs
    held, proposed = await signing.to_sign(who, CITY, at=town.clock())
    assert ([b.monitor for b in held], [p.monitor for p in proposed]) == (["MON-30"], ["MON-47"])
    wu = await accounts.who(town.people["wu"])
    assert await signing.to_sign(wu, CITY, at=town.clock()) == ([], [])


async def test_the_morning_and_the_workbook_are_for_supervisors(town, browser):
    await sit(town, "wu", browser)
    assert (await text(browser, f"{town.root}/desk/morning"))[0] == 404
    assert "/desk/morning" not in await seen(town, browser, "")
    assert (await post(town, browser, "/excel"))[0] == 404
    assert await trail("take_workbook") == []


async def test_a_town_supervisors_morning_is_of_that_town(town, browser):
    await person("lin", "supervisor", town.clock() - timedelta(days=9), area=TOWN_CODE)
    await sit(town, "lin", browser)
    page = await seen(town, browser, "/morning")
    assert "新埭镇" in page
    assert town.late.number not in page
    assert "等您签字" not in page, "monitors are of the whole city"


async def test_the_workbook_is_taken_with_a_line_in_the_trail(town, browser):
    await sit(town, "cheng", browser)
    status, _, book = await post(town, browser, "/excel")
    assert (status, book[:2]) == (200, b"PK")
    assert await trail("take_workbook") == [("cheng", "330482", "")]


async def test_what_is_sought_is_found_by_number_or_place_never_in_an_address(town, browser):
    await sit(town, "cheng", browser)
    status, where, _ = await post(town, browser, "/find", words=town.late.number)
    assert (status, where) == (200, f"/desk/case/{town.late.number}")
    status, where, page = await post(town, browser, "/find", words="没有这样的地方")
    assert (status, where) == (200, "/desk/find")
    assert "没有找到" in page.decode()


async def test_what_is_sought_is_found_within_the_rights_of_who_seeks(town, browser):
    await sit(town, "wu", browser)
    for hidden in (town.late.number, town.child.number):
        _, where, page = await post(town, browser, "/find", words=hidden)
        assert where == "/desk/find"
        assert f"/desk/case/{hidden}" not in page.decode()


async def test_no_address_on_a_page_carries_a_name(town, browser):
    await sit(town, "cheng", browser)
    for path in ("", "/cases", f"/case/{town.case.number}", f"/family/{LU}", "/morning"):
        page = await seen(town, browser, path)
        addresses = re.findall(r'(?:href|action)="([^"]*)"', page)
        assert addresses
        assert not [a for a in addresses if re.search("陆|%E9%99%86|9901", a)]


async def test_english_pages_are_english_but_for_names_and_what_people_said(town, browser):
    await sit(town, "cheng", browser)
    await in_english(town, browser)
    for path in ("", "/red", "/cases", f"/case/{town.case.number}", f"/case/{town.late.number}",
                 f"/family/{LU}", "/morning"):  # fmt: skip
        page = await seen(town, browser, path)
        visible = re.sub(r"<[^>]*>|\s+", " ", page)
        left = HAN.findall(NAMES.sub("", visible))
        assert not left, f"{path}: {NAMES.sub('', visible)}"


async def test_the_english_booklet_is_english_but_for_names(town, browser):
    await sit(town, "wu", browser)
    await in_english(town, browser)
    for kind, form in (("booklet", {"why": "核对情况"}), ("masked", {})):
        _, _, paper = await post(town, browser, f"/family/{LU}/{kind}", **form)
        left = NAMES.sub("", words(paper))
        assert not HAN.findall(left), re.findall(f".{{12}}{HAN.pattern}+.{{3}}", left)


async def test_a_duty_that_ended_shuts_its_pages_at_once(town, browser):
    await sit(town, "cheng", browser)
    await seen(town, browser, "/morning")
    await atomically(lambda: accounts.revoke("cheng", at=town.clock()))
    assert (await text(browser, f"{town.root}/desk/morning"))[0] == 401

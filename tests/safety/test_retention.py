"""What has reached its age goes, what a person may have deleted goes, what the law keeps stays."""

import json
from datetime import date, timedelta

import pytest

from core import accounts, audit
from core.cases import work
from core.cases.states import advance
from core.facts.rewriting import stored
from core.matching import Decision, decisions
from core.safety.retention import by_age, orders, person, records
from core.safety.retention.facts import Whose, whose
from core.safety.retention.orders import Subject
from core.sources import sources
from core.store.casework import Case, Finding, Step, Visit
from core.store.consulting import Consultation
from core.store.database import atomically
from core.store.fields import SealedText
from core.store.mail import Inbox, Outbox, Talk
from core.store.people import Account, Binding, Duty
from core.store.sensing import SensorEvent
from core.store.takeup import Entitled
from jpf.home import open_house
from tests.safety.world import CRY, LU, LU_ID, WANG_ID, WORDS, living, opened, told

H1, H2 = Subject("household", "H1"), Subject("household", "H2")


async def closed(house, household, number, how, at, **more) -> Case:
    """A case that was visited and closed: helped, or a false alarm."""
    found = await opened(house, household, number, at)
    peng = await Account.get(handle="peng")
    await Finding.create(monitor="MON-01", version="1", subject=found.person, household=household,
                         opened_on=at.date(), closed_on=more.get("gone"), case=found)  # fmt: skip
    if how == "false_alarm":
        who = await accounts.who(peng)
        report = work.Report(words=WORDS, action="false_alarm", cause="data")
        await atomically(lambda: work.report(found, who, report, key=f"v{found.id}", at=at))
    else:
        await told(found, peng, at)
        await atomically(lambda: advance(found, how, at=at))
    return await Case.get(id=found.id)


def counts(lines, kept=False) -> dict[str, int]:
    total: dict[str, int] = {}
    for line in lines:
        if line.kept == kept:
            total[line.what] = total.get(line.what, 0) + line.count
    return total


async def test_nothing_has_its_age_yet_then_nothing_goes(sqlite_home):
    async with living(sqlite_home) as house:
        at = house.clock()
        assert counts(await by_age.plan(house, at)) == {"device": 1}
        await by_age.purge(house, at + timedelta(days=1))
        assert await Inbox.all().count() == 1


async def test_chats_go_after_their_time_and_the_records_stay(home):
    async with living(home) as house:
        at = house.clock()
        await Outbox.filter(state="pending").update(state="sent")
        await Talk.create(channel="telegram", chat="31", draft={"words": CRY}, updated_at=at)
        later = at + timedelta(days=181)
        plan = counts(await by_age.plan(house, later))
        assert plan["inbox"] == 1 and plan["outbox"] >= 1 and plan["talk"] == 1
        sent = await Outbox.filter(state="sent").count()
        await by_age.purge(house, later)
        assert not await Inbox.exists() and not await Talk.exists()
        assert await Outbox.filter(state="sent").count() == sent
        assert [row.body async for row in Outbox.filter(state="sent")] == [None] * sent
        assert (await Visit.first()).words == WORDS  # the file of assistance is not a chat
        assert counts(await by_age.plan(house, later)).keys() <= {"device", "rejects"}
        assert await audit.verify() is None


async def test_what_waits_to_be_sent_or_handled_is_not_touched_by_age(sqlite_home):
    async with living(sqlite_home) as house:
        await Inbox.all().update(state="new")
        waiting = await Outbox.filter(state="pending", body__not_isnull=True).count()
        await by_age.purge(house, house.clock() + timedelta(days=400))
        assert await Inbox.filter(state="new").count() == 1
        assert await Outbox.filter(state="pending", body__not_isnull=True).count() == waiting > 0


async def test_a_false_alarm_forgets_whose_it_was_but_not_why(home):
    async with living(home) as house:
        at = house.clock()
        case = await closed(house, "H2", WANG_ID, "false_alarm", at, gone=at.date())
        later = at + timedelta(days=91)
        assert counts(await by_age.plan(house, later))["false_alarm"] == 1
        await by_age.purge(house, later)
        after = await Case.get(id=case.id)
        assert (after.household, after.person) == (f"anon:{case.id}", None)
        assert after.evidence["names"] == {} and after.evidence["pieces"] == []
        assert after.evidence["brief"]["monitor"] == "MON-01"
        [finding] = await Finding.filter(case=case)
        assert finding.subject.startswith("anon:")
        [visit] = await Visit.filter(case=case)
        assert (visit.words, visit.understood, visit.outcome) == ("", {}, "false_alarm")
        causes = [s.detail for s in await Step.filter(case=case, what="false_alarm")]
        assert causes == [{"cause": "data"}]
        assert "false_alarm" not in counts(await by_age.plan(house, later))


async def test_a_false_alarm_whose_condition_still_holds_is_not_raised_again(sqlite_home):
    async with living(sqlite_home) as house:
        at = house.clock()
        case = await closed(house, "H2", WANG_ID, "false_alarm", at)
        await by_age.purge(house, at + timedelta(days=91))
        held = await Finding.get(monitor="MON-01", closed_on=None)
        assert held.subject == case.person and held.case_id is None


async def test_device_signals_go_after_a_month_and_views_still_work(sqlite_home):
    async with living(sqlite_home) as house:
        at = house.clock()
        assert house.facts.view(date(2022, 6, 1)).records("M01-04").collect().height == 1
        await by_age.purge(house, at)
        assert house.facts.view(date(2022, 6, 1)).records("M01-04").collect().height == 0
        rows = house.facts.view(at.date()).records("M01-04").collect()
        assert rows["record_id"].to_list() == ["e2"]
        [stone] = house.facts.ledger("M01-04").tombstones
        assert (stone.rows, stone.why) == (1, "age")
        from tests.safety.world import DEVICES, deliver

        deliver(house, {"M01-04": DEVICES}, at.date())  # and the department's next file is taken


async def test_returned_files_go_after_a_month(sqlite_home):
    async with living(sqlite_home) as house:
        folder = sqlite_home / "rejects" / "2022-07-01"
        assert folder.exists()
        await by_age.purge(house, house.clock())
        assert folder.exists()
        await by_age.purge(house, house.clock() + timedelta(days=30))
        assert not folder.exists()


async def test_a_household_is_forgotten_everywhere_and_its_neighbour_is_not(home):
    async with living(home) as house:
        at = house.clock()
        await Case.all().update(state="closed", why_closed="withdraw", closed_at=at)
        await opened(house, "H2", WANG_ID, at)
        sealed = await raw_words()
        plan = await person.plan(house, H1, at)
        assert counts(plan) == {"case": 1, "account": 1, "facts": 3} and not counts(plan, kept=True)
        await person.forget(house, H1, at, why="本人申请")

        assert not await Case.filter(household="H1").exists()
        assert await Case.filter(household="H2").exists()
        assert not await Visit.exists() and not await Step.filter(what="visit").exists()
        lin = await Account.get(handle="lin")
        assert (lin.name, lin.active) == ("", False)
        assert not await Binding.filter(chat="31").exists() and not await Inbox.exists()
        for class_id in sources():
            rows = stored(house.facts, class_id).collect()
            assert not rows.filter(Whose(frozenset(), frozenset({"H1"})).mine()).height
        assert house.facts.view(at.date()).records("P02-01").collect()["household"].to_list() == [
            "H2"
        ]
        assert [t.subject for t in house.facts.ledger("P02-01").tombstones] == ["household:H1"]
        assert await audit.verify() is None
        entries = [e async for e in audit.entries(what="purge")]
        assert "本人申请" in entries[0].why and entries[0].about == "household:H1"
        assert counts(await person.plan(house, H1, at)) == {}
    files = [p for p in home.rglob("*") if p.is_file()]
    assert not [p.name for p in files if any(s in p.read_bytes() for s in sealed)]


async def raw_words() -> list[bytes]:
    """The sealed words as they lie in the database now."""
    from core.store.database import raw

    return [bytes(row["words"]) for row in await raw("SELECT words FROM visit")]


async def heard(house, **more) -> SensorEvent:
    fields = {"source": "x", "key": "k", "class_id": "M01-04", "event": "SOS", "household": "H1"}
    times = {"happened_at": house.clock(), "received_at": house.clock()}
    return await SensorEvent.create(**{**fields, **times, "payload": {"v": LU}, **more})


async def test_every_table_that_speaks_of_a_household_is_reached(home):
    async with living(home) as house:
        at = house.clock()
        await Case.all().update(state="closed", why_closed="withdraw", closed_at=at)
        for household in ("H1", "H2"):
            await heard(house, household=household, key=household)
            await Entitled.create(benefit="R-05", subject=household, household=household, new=True,
                                  version="1", since=at.date(), seen_on=at.date())  # fmt: skip
        await person.forget(house, H1, at, why="本人申请")
        for model in (SensorEvent, Entitled):
            assert await model.all().values_list("household", flat=True) == ["H2"]


async def asked(at) -> Consultation:
    lin = await Account.get(handle="lin")
    said = {"words": CRY}
    return await Consultation.create(account=lin, at=at, day=at.date(), said=said, verdicts=[])


async def test_a_question_about_rules_goes_with_its_age_or_with_who_asked_it(home):
    async with living(home) as house:
        at = house.clock()
        await asked(at)
        await by_age.purge(house, at + timedelta(days=181))
        assert [c.said async for c in Consultation.all()] == [None]
        await asked(at)
        await person.forget(house, H1, at, why="本人申请")
        assert not await Consultation.exists()
        assert not await Duty.filter(household="H1").exists()


async def test_raw_events_of_sensors_go_after_a_month_unless_nobody_handled_them(sqlite_home):
    async with living(sqlite_home) as house:
        await heard(house, state="done", key="1")
        await heard(house, state="new", key="2")
        later = house.clock() + timedelta(days=31)
        assert counts(await by_age.plan(house, later))["sensor"] == 1
        await by_age.purge(house, later)
        assert await SensorEvent.all().values_list("key", flat=True) == ["2"]


REACHED = {
    "case": "deleted, kept or made anonymous by rules of its own",
    "account": "a resident's is emptied with his household",
    "duty": "says who an account is; the account is emptied",
    "inbox": "by age, and by the chats of a resident",
    "outbox": "by age, with its case, and by a resident's account",
    "talk": "by age, and by the chats of a resident",
    "consultation": "by age, and with a resident's account",
    "sensor_source": "a platform's secret, nobody's data",
}


async def test_no_table_keeps_people_where_no_deletion_reaches(db):
    with_case = {
        m._meta.db_table for m in records.of_cases() if not m._meta.fields_map["case"].null
    }
    reached = {
        *with_case,
        *records.loose(H1, []),
        *records.loose(Subject("person", "p"), []),
        *REACHED,
    }
    people = {"household", "person", "subject", "holder"}
    for model in records.models():
        sealed = any(isinstance(f, SealedText) for f in model._meta.fields_map.values())
        if sealed or people & set(model._meta.db_fields):
            assert model._meta.db_table in reached, f"who deletes from {model._meta.db_table}?"


async def test_a_person_is_cut_out_of_other_peoples_records_too(home):
    async with living(home) as house:
        at = house.clock()
        lu = house.vault.blind("id", LU_ID)
        tie = house.facts.view(at.date()).records("P02-02").collect()
        assert tie["spouse_id"].to_list() == [lu]
        await Case.all().update(state="closed", why_closed="withdraw", closed_at=at)
        await person.forget(house, Subject("person", lu), at, why="本人申请")
        tie = house.facts.view(at.date()).records("P02-02").collect()
        assert tie["spouse_id"].to_list() == [None]
        members = house.facts.view(at.date()).records("P01-01").collect()["members"].to_list()
        assert members == [[house.vault.blind("id", WANG_ID)]]
        for class_id in sources():
            assert lu not in str(stored(house.facts, class_id).collect().rows())


async def test_a_person_known_by_two_marks_is_forgotten_under_both(sqlite_home):
    from tests.intake.world import made_up_id
    from tests.safety.world import deliver

    async with living(sqlite_home) as house:
        at, day = house.clock(), house.clock().date()
        old = made_up_id(99, "19570302")  # a number that was corrected later
        deliver(house, {"P03-01": f"记录编号,身份证号,状态\nq1,{old},在发\n"}, day)
        lu, other = (house.vault.blind("id", number) for number in (LU_ID, old))
        decisions.note(house.facts.folder, Decision(lu, other, True, day, "wu"))
        plan = await person.plan(house, Subject("person", lu), at)
        assert any(line.title.startswith("P03-01") for line in plan)
        await person.forget(house, Subject("person", lu), at, why="本人申请")
        assert not house.facts.view(day).records("P03-01").collect().height
        rest = str([stored(house.facts, c).collect().rows() for c in sources()])
        assert lu not in rest and other not in rest
        assert decisions.decided(house.facts.folder, day).height == 0
        assert not [p for p in (house.facts.folder / "matched").glob("*") if p.is_dir()]


async def test_what_the_law_keeps_is_kept_and_locked_away(home):
    async with living(home) as house:
        at = house.clock()
        helped = await closed(house, "H2", WANG_ID, "helped", at)
        plan = await person.plan(house, H2, at)
        assert counts(plan, kept=True) == {"case": 1, "facts": 1}  # the case and the dibao award
        await person.forget(house, H2, at, why="本人申请")
        after = await Case.get(id=helped.id)
        assert (after.line, after.evidence["names"]["head"]) == ("restricted", LU)
        assert (await Visit.get(case=helped)).words == WORDS
        assert house.facts.view(at.date()).records("P01-01").collect().height == 1
        assert house.facts.view(at.date()).records("P02-01").collect()["household"].to_list() == [
            "H1"
        ]
        much_later = at + timedelta(days=11 * 366)
        assert not counts(await person.plan(house, H2, much_later), kept=True)
        await person.forget(house, H2, much_later, why="期满")
        assert not await Case.filter(household="H2").exists()
        assert not house.facts.view(at.date()).records("P01-01").collect().height


async def test_an_open_case_is_first_closed_by_people(sqlite_home):
    async with living(sqlite_home) as house:
        at = house.clock()
        plan = await person.plan(house, H1, at)
        assert counts(plan, kept=True)["case"] == 1
        await person.forget(house, H1, at, why="本人申请")
        [case] = await Case.filter(household="H1")
        assert case.line == "" and case.evidence["names"]


async def test_people_who_live_elsewhere_too_are_not_forgotten_with_one_household(sqlite_home):
    from tests.safety.world import deliver

    async with living(sqlite_home) as house:
        moved = f"记录编号,身份证号,户号\nr9,{LU_ID},H7\n"
        deliver(house, {"P02-01": moved}, house.clock().date())
        assert whose(house.facts, H1, house.clock().date()).persons == frozenset()
        assert whose(house.facts, H2, house.clock().date()).persons == {
            house.vault.blind("id", WANG_ID)
        }


async def test_a_deletion_cut_short_is_simply_done_again(sqlite_home, monkeypatch):
    from core.safety.retention import facts
    from tests.safety.world import deliver

    async with living(sqlite_home) as house:
        at = house.clock()
        await Case.all().update(state="closed", why_closed="withdraw", closed_at=at)
        deliver(house, {"P03-01": f"记录编号,身份证号,状态\nq1,{LU_ID},在发\n"}, at.date())
        bury, left = facts.bury, [1]

        def dies(*values):
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            return bury(*values)

        monkeypatch.setattr(facts, "bury", dies)
        with pytest.raises(KeyboardInterrupt):
            await person.forget(house, H1, at, why="本人申请")
        monkeypatch.undo()
        monkeypatch.setenv("JPF_CLOCK", "2022-07-15T08:30")
        await person.forget(house, H1, at, why="本人申请")
        assert counts(await person.plan(house, H1, at)) == {}
        assert not any(house.facts.ledger(c).retired for c in ("P02-01", "M01-04"))
        lu = house.vault.blind("id", LU_ID)
        assert lu not in str([stored(house.facts, c).collect().rows() for c in sources()])


async def test_a_copy_from_before_does_not_bring_back_what_was_deleted(home, elsewhere, tmp_path):
    from core.safety.copies.making import back_up
    from core.safety.copies.restoring import restore
    from jpf.home import furnish

    copies = tmp_path / "copies"
    async with living(home) as house:
        at = house.clock()
        await Case.all().update(state="closed", why_closed="withdraw", closed_at=at)
        old = await back_up(house, copies, at=at)
        await person.forget(house, H1, at + timedelta(minutes=5), why="本人申请")
        await back_up(house, copies, at=at + timedelta(hours=1))
    done = await restore(old.folder, furnish(elsewhere), at=at + timedelta(hours=2))
    assert done.forgotten == 1
    async with open_house(elsewhere) as house:
        assert not await Case.filter(household="H1").exists()
        assert (await Account.get(handle="lin")).name == ""
        assert house.facts.view(at.date()).records("P02-01").collect()["household"].to_list() == [
            "H2"
        ]
        assert orders.since(elsewhere / orders.NAME, at) == [H1]


def test_the_verb_shows_a_plan_and_deletes_only_with_yes(sqlite_home, capsys, monkeypatch):
    import asyncio
    import io
    import sys

    from jpf.__main__ import main

    async def fill() -> None:
        async with living(sqlite_home):
            await Case.all().update(state="closed", why_closed="withdraw")

    asyncio.run(fill())
    base = ["purge", "--household", "H1", "--home", str(sqlite_home), "--json"]
    for command, done in ((base, False), ([*base, "--yes", "--why", "申请"], True)):
        assert main(command) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["done"] is done and any(line["what"] == "case" for line in told["plan"])
    assert main([*base, "--yes"]) == 1  # a deletion by law names its ground
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{WANG_ID.lower()}\n"))
    assert main(["purge", "--id", "--home", str(sqlite_home), "--json"]) == 0
    told = capsys.readouterr().out
    assert any(line["what"] == "facts" for line in json.loads(told)["plan"])
    assert WANG_ID not in told

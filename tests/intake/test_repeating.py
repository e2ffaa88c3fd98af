"""What is sent again, later, shorter, or contradicts itself."""

from datetime import date

from tests.intake.world import CHINESE, DAY


def test_the_same_file_twice_adds_nothing(world):
    first = world.send("P01-01.csv", CHINESE)
    before = snapshot(world)
    second = world.send("P01-01.csv", CHINESE)
    assert (first.accepted, second.accepted, second.unchanged) == (3, 0, 3)
    assert second.problem is None and "没有重复入库" in second.notes[0]
    assert snapshot(world) == before


def test_the_same_rows_on_a_later_day_are_a_delivery_that_adds_no_rows(world):
    world.send("P01-01.csv", CHINESE)
    later = date(2022, 7, 20)
    report = world.send("P01-01.csv", CHINESE, day=later)
    assert (report.accepted, report.unchanged) == (0, 3)
    assert world.facts.view(later).last_delivery("P01-01") == later
    assert world.records("P01-01", later).equals(world.records("P01-01", DAY))


def test_content_that_was_overtaken_does_not_come_back_by_mistake(world):
    old = "record_id,monthly_amount\na,1\n"
    world.send("P01-01-1.csv", old)
    world.send("P01-01-2.csv", "record_id,monthly_amount\na,2\n", day=date(2022, 7, 16))
    report = world.send("P01-01-3.csv", old, day=date(2022, 7, 17))
    assert (report.accepted, report.problem) == (0, None)
    assert world.column("P01-01", "monthly_amount", date(2022, 7, 17)) == [200]


def test_a_correction_supersedes_and_both_stay(world):
    world.send("P01-01-1.csv", "record_id,op,monthly_amount\na,add,1000\nb,add,5\n")
    later = date(2022, 7, 20)
    report = world.send("P01-01-2.csv", "record_id,op,monthly_amount\na,upd,1070\n", day=later)
    assert report.accepted == 1
    assert world.column("P01-01", "monthly_amount", later) == [107_000, 500]
    assert world.column("P01-01", "monthly_amount", DAY) == [100_000, 500]


def test_a_deletion_removes_from_its_day_on(world):
    world.send("P01-01-1.csv", "record_id,op\na,add\nb,add\n")
    later = date(2022, 7, 20)
    world.send("P01-01-2.csv", "记录编号,增改删标志\na,删除\n", day=later)
    assert world.column("P01-01", "record_id", later) == ["b"]
    assert world.column("P01-01", "record_id", DAY) == ["a", "b"]


def test_a_header_without_rows_is_a_delivery_that_says_nothing_is_new(world):
    assert world.send("P01-05-1.csv", "record_id,amount\n").problem is None
    later = date(2022, 7, 16)
    assert world.send("P01-05-2.csv", "record_id,amount\n", day=later).problem is None
    assert world.facts.view(later).last_delivery("P01-05") == later


def test_records_without_a_business_date_are_dated_by_the_day_we_first_learnt_them(world):
    text = "record_id,monthly_amount\na,1\n"
    report = world.send("P01-01.csv", text)
    assert report.notes == [f"1 行没有业务日期，按收到日 {DAY} 计"]
    world.send("P01-01-2.csv", text + "b,2\n", day=date(2022, 7, 18))
    assert world.column("P01-01", "data_date", date(2022, 7, 18)) == [DAY, date(2022, 7, 18)]


def test_twice_the_same_row_counts_once_and_a_contradiction_goes_back_whole(world):
    report = world.send(
        "P01-01.csv",
        "record_id,monthly_amount\n" + "a,1\na,1\nb,1\nb,2\nc,3\n",
    )
    assert (report.accepted, report.unchanged, report.rejected) == (2, 1, 2)
    assert world.column("P01-01", "record_id") == ["a", "c"]
    assert report.faults == [
        ("记录编号", "同一记录编号在这份文件里出现两次，内容不同，无法判断哪条对", 2)
    ]


def test_versions_within_one_file_follow_their_flags_and_times(world):
    world.send(
        "P01-01.csv",
        "record_id,op,collected_at,monthly_amount\n"
        "a,add,2022-07-01 08:00:00,1\na,upd,2022-07-01 09:00:00,2\n"
        "b,upd,2022-07-01 09:00:00,4\nb,upd,2022-07-01 08:00:00,3\n"
        "c,add,,5\nc,del,,5\n",
    )
    rows = world.records("P01-01")
    assert list(zip(rows["record_id"], rows["monthly_amount"], strict=True)) == [
        ("a", 200),
        ("b", 400),
    ]


def test_a_register_that_lost_a_fifth_of_its_rows_is_held_until_released(world):
    register = "record_id,monthly_amount\n" + "".join(f"r{n},{n}\n" for n in range(100))
    assert world.send("P01-01-1.csv", register).accepted == 100
    half = "record_id,monthly_amount\n" + "".join(f"r{n},{n + 1}\n" for n in range(50))
    later = date(2022, 8, 15)
    held = world.send("P01-01-2.csv", half, day=later)
    assert held.held and "只有 50 行，上次有 100 行" in held.problem
    assert world.facts.view(later).last_delivery("P01-01") == DAY
    released = world.send("P01-01-2.csv", half, day=later, force=True)
    assert (released.accepted, released.problem) == (50, None)


def test_a_few_changes_or_additions_to_a_register_are_not_held(world):
    register = "record_id,monthly_amount\n" + "".join(f"r{n},{n}\n" for n in range(100))
    world.send("P01-01-1.csv", register)
    changes = world.send("P01-01-2.csv", "record_id,op,monthly_amount\nr1,upd,7\n")
    additions = world.send("P01-01-3.csv", "record_id,op,monthly_amount\nx1,add,7\n")
    assert changes.accepted == additions.accepted == 1


def test_a_list_of_events_may_be_as_short_as_the_month_was_quiet(world):
    many = "record_id,amount\n" + "".join(f"r{n},{n}\n" for n in range(100))
    world.send("P01-05-1.csv", many)
    assert world.send("P01-05-2.csv", "record_id,amount\nr1,9\n").accepted == 1


def test_an_older_delivery_after_a_newer_is_held_until_released(world):
    world.send("P01-01-1.csv", "record_id,monthly_amount\na,2\n")
    early = date(2022, 7, 1)
    old = "record_id,monthly_amount\na,1\n"
    assert world.send("P01-01-2.csv", old, day=early).held
    assert world.send("P01-01-2.csv", old, day=early, force=True).accepted == 1
    assert world.column("P01-01", "monthly_amount", date(2022, 7, 10)) == [100]
    assert world.column("P01-01", "monthly_amount", DAY) == [200]


def snapshot(world) -> dict[str, bytes]:
    files = (world.folder / "facts").rglob("*")
    return {p.name: p.read_bytes() for p in files if p.is_file() and p.name != ".lock"}

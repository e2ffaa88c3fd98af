"""All 188 classes come, can be read, and only planned rows go back."""

from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from polars import col

from core.facts import Facts
from core.intake import FileReport, import_paths
from core.privacy.vault import Vault
from core.sources import sources
from demo.town.feed import OBSERVED
from demo.town.writing import make_folders, write_class
from tests.town.conftest import CITY
from tests.town.towns import cleaned

LAST = date(2023, 12, 31)
FIRST = date(2022, 1, 1)


@pytest.fixture(scope="module")
def read(small):
    """class -> (records, faults) as intake reads them."""
    vault = Vault.throwaway()
    return {c: cleaned(c, rows, vault, LAST) for c, rows in small.rows.items()}


def test_every_class_of_the_catalogue_has_valid_rows(read):
    assert set(read) == set(sources())
    assert [c for c, (records, _) in read.items() if not records.height] == []


def test_rows_go_back_only_where_it_was_planned(small, read):
    planned = small.truth["errors"].filter("rejected")
    for class_id, (_, faults) in read.items():
        rows = small.rows[class_id].with_row_index("_row")
        back = rows.join(faults.select("_row").unique(), on="_row")["record_id"]
        wrong = planned.filter(col("class_id") == class_id)["record_id"]
        assert sorted(back) == sorted(wrong), class_id
    assert planned.height


def test_so_few_rows_of_a_file_are_wrong_that_it_still_counts(small, town):
    for told in (small, town):
        for class_id, rows in told.rows.items():
            share = rows.group_by(OBSERVED, "suffix").agg(col("wrong").mean())
            assert (share["wrong"] < 0.2).all(), class_id


def test_what_goes_back_comes_again_right(town):
    errors = town.truth["errors"].filter(col("rejected"), col("right_from").is_not_null())
    assert errors.height > 20
    for class_id, record, again in errors.select("class_id", "record_id", "right_from").iter_rows():
        rows = town.right(class_id).filter(col("record_id") == record)
        assert rows[OBSERVED].to_list() == [again]


def test_a_correction_bears_the_number_of_the_record_it_corrects(town):
    errors = town.truth["errors"].filter(col("kind").is_in(["wrong_person", "wrong_amount"]))
    errors = errors.drop_nulls("right_from")
    assert errors.height
    for class_id, record, wrong, right in errors.select(
        "class_id", "record_id", "wrong_from", "right_from"
    ).iter_rows():
        rows = town.rows[class_id].filter(col("record_id") == record).sort(OBSERVED)
        assert rows[OBSERVED].to_list() == [wrong, right]
        assert rows["wrong"].to_list() == [True, False] and rows["op"].to_list()[1] == "upd"


def test_nothing_is_told_before_it_is_true(town):
    for class_id, rows in town.rows.items():
        told = rows.filter(~col("wrong")).with_columns(col("data_date").str.to_date())
        assert not told.filter(col("data_date") > col(OBSERVED)).height, class_id


def test_days_that_cannot_lie_ahead_do_not(town):
    for class_id, source in sources().items():
        rows = town.right(class_id)
        for name, about in source.fields.items():
            if about.type == "date" and not about.future and name in rows.columns:
                early = rows.drop_nulls(name).filter(col(name) > col(OBSERVED).cast(pl.String))
                assert not early.height, (class_id, name)


def take(paths: list[Path], day: date, facts: Facts, back: Path) -> list[FileReport]:
    reports = import_paths(paths, day, facts, Vault.throwaway(), rejects=back)
    assert [r for r in reports if r.problem or r.held] == []
    return reports


def test_the_first_weeks_of_a_town_go_through_intake(folder, tmp_path):
    facts = Facts(tmp_path / "facts")
    errors = pl.read_csv(folder / "truth" / "errors.csv", try_parse_dates=True)
    days = [FIRST + timedelta(days=n) for n in (0, 1, 2, 3, 24)]
    for day in days:
        reports = take([folder / str(day)], day, facts, tmp_path / "back")
        planned = errors.filter("rejected", col("wrong_from") == day).height
        assert sum(r.rejected for r in reports) == planned
    view = facts.view(days[-1])
    assert [c for c in sources() if view.last_delivery(c) is None] == []
    people = view.records("P02-01").collect()
    assert people["person"].n_unique() == people.height > 200


def test_the_city_around_is_in_the_classes_that_cover_everybody(folder, tmp_path):
    facts = Facts(tmp_path / "facts")
    day = folder / str(FIRST)
    assert len(list(day.glob("*-city.csv"))) > 6
    take(sorted(day.glob("P0[2-4]-0[1-3]*.csv")), FIRST, facts, tmp_path / "back")
    homes = facts.view(FIRST).records("P02-01").collect()["household"].n_unique()
    assert CITY - 5 < homes <= CITY


def test_parquet_is_read_like_csv(small, tmp_path):
    make_folders(small.world, tmp_path)
    for class_id in ("P02-01", "P03-03", "M22-01"):
        rows = small.rows[class_id].filter(col(OBSERVED) == FIRST)
        write_class(small.world, class_id, rows, tmp_path, parquet=True)
    facts = Facts(tmp_path / "facts")
    (first, *_) = reports = take([tmp_path / str(FIRST)], FIRST, facts, tmp_path / "back")
    assert len(reports) == 3 and first.accepted == first.rows > 5

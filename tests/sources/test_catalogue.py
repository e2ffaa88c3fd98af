"""The shelf of classes: whole-shelf truths."""

import re
from collections import Counter

import pytest

from core.city import load_city
from core.sources import ENVELOPE, envelope, sources
from core.sources.catalogue import HERE, PERIOD_DAYS, STORED_AS, Source

MARKS = {
    "keyed",
    "typed",
    "identified",
    "sealed",
    "codes",
    "legal_checked",
    "absence_confirmed",
    "real_sample",
}
ALL = list(sources().values())


def test_the_seed_counts_188_classes_of_14_provincial_and_28_city_departments():
    departments = {s.department for s in ALL}
    assert len(ALL) == 188
    assert Counter(d[0] for d in departments) == {"P": 14, "M": 28}


def test_every_department_of_the_shelf_is_one_of_the_city_pack():
    assert {s.department for s in ALL} <= set(load_city().units)


def test_a_file_lies_in_the_folder_of_its_department():
    assert all(s.class_id.startswith(s.department) for s in ALL)


@pytest.mark.parametrize("source", ALL, ids=lambda s: s.class_id)
def test_a_class_says_everything_it_must(source: Source):
    assert source.title and source.title_en and source.tag in ("seed", "assumed")
    assert source.frequency in PERIOD_DAYS and source.lag_days >= 0
    assert source.sensitivity in ("S0", "S1", "S2", "S3")
    assert source.legal and source.legal_tag in ("law", "assumed")
    assert source.covers in ("registry", "events")
    assert source.absence in ("no", "unknown") and source.absence_because.endswith("。")
    assert source.fields


@pytest.mark.parametrize("source", ALL, ids=lambda s: s.class_id)
def test_every_field_has_a_known_type_and_only_what_belongs_to_it(source: Source):
    titles = [f.title for f in source.fields.values()]
    assert len(set(titles)) == len(titles)
    assert not set(source.fields) & (set(ENVELOPE) - {"data_date"})
    for f in source.fields.values():
        assert f.type in STORED_AS
        assert bool(f.values) == ("enum" in (f.type, f.of))
        assert (f.stored is not None) == (f.type == "decimal")
        assert (f.stored == "fen") == ("元" in f.unit and f.type == "decimal")
        assert not f.sealed or f.type in ("str", "phone")


@pytest.mark.parametrize("source", ALL, ids=lambda s: s.class_id)
def test_quality_marks_are_done_todo_or_exempt_with_a_reason(source: Source):
    assert set(source.quality) == MARKS
    for mark in source.quality.values():
        assert mark in ("done", "todo") or (isinstance(mark, dict) and mark["exempt"])
    assert (source.quality["sealed"] == "done") == bool(source.sealed)
    if source.sensitivity in ("S2", "S3"):
        assert "第28条" in source.legal


def test_phones_are_always_sealed():
    assert all(f.sealed for s in ALL for f in s.fields.values() if f.type == "phone")


def test_names_ids_and_addresses_of_the_hukou_register_are_sealed():
    assert sources()["P02-01"].sealed == ("name", "id_no", "phone", "hukou_addr")


def test_limited_circle_means_s3():
    assert sources()["M19-03"].restricted and not sources()["P01-01"].restricted


def test_a_class_that_only_measures_proves_nothing_by_absence():
    for name in ("P01-06", "P01-11", "M24-01", "P07-03", "M16-01"):
        assert sources()[name].absence == "unknown"
    assert sources()["P01-11"].absence_of("amount") == "no"
    assert sources()["P01-11"].absence_of("ability_grade") == "unknown"


def test_amounts_in_ten_thousands_are_fen_all_the_same():
    assert sources()["P09-01"].fields["capital"].scale == 1_000_000


def test_envelope_titles_never_name_a_field_of_another_meaning():
    titles = {t: n for n, about in envelope().items() for t in about["titles"]}
    for source in ALL:
        for f in source.fields.values():
            assert titles.get(f.title, f.name) == f.name or (source.class_id, f.name) in ALSO_NAMES


ALSO_NAMES = {("M22-01", "worker_name")}  # the grid worker's own name: its class goes first


def test_class_files_stay_on_one_screen():
    assert all(len(p.read_text("utf-8").splitlines()) <= 40 for p in HERE.glob("[PM]*/*.yaml"))


def test_who_reads_a_class_is_told_by_rule_ids():
    known = re.compile(r"[A-E]\d{1,2}|MON-\d\d|R-\d\d|HP-\d\d")
    assert all(known.fullmatch(r) for s in ALL for r in s.read_by)

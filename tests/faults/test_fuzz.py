"""Whatever bytes come in - department files, stated facts, tables, messages, sensor events - one sentence
or success comes out: no traceback, bounded size and depth, nothing half kept."""

import contextlib
import io
import json
import sys

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.devices import signing
from core.fromjson import DEEPEST, read_json
from core.rules.facts import facts as known_facts
from jpf.__main__ import main
from tests.devices.test_intake import SOS, platform
from tests.faults.test_hostile import JSON
from tests.intake.world import CHINESE, World, sheet

__all__ = ["platform"]
FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=40)
EVIL = (b"\0", b"\xff\xfe", b'"', b"\n", b"\r\n", b",,,,", b"1e999", b"\xe2\x80\xae", b"PK\x03\x04",
        b"<!ENTITY a 'b'>", b"\xed\xa0\x80", b"9" * 400, b"[" * 300, b"NaN", b"-Infinity")  # fmt: skip
EDIT = st.tuples(
    st.sampled_from(["flip", "cut", "drop", "twice", "put"]),
    st.floats(0, 1), st.integers(1, 200), st.sampled_from(EVIL),
)  # fmt: skip


def spoilt(data: bytes, edits) -> bytes:
    """*data* after a few accidents."""
    for kind, where, length, put in edits:
        at = int(where * len(data))
        rest = data[at + length :]
        match kind:
            case "flip" if at < len(data):
                data = data[:at] + bytes([data[at] ^ (length or 1)]) + data[at + 1 :]
            case "cut":
                data = data[:at]
            case "drop":
                data = data[:at] + rest
            case "twice":
                data = data[: at + length] + data[at:]
            case "put":
                data = data[:at] + put + data[at:]
    return data


def lines_of(text: str) -> bytes:
    header, *rows = [line.split(",") for line in text.replace('"1,070.00"', "1070").splitlines()]
    told = (json.dumps(dict(zip(header, row, strict=False)), ensure_ascii=False) for row in rows)
    return "\n".join(told).encode()


@pytest.fixture(scope="module")
def good(tmp_path_factory) -> dict[str, bytes]:
    """The same three rows of one department in every format it may come in."""
    import polars as pl

    folder = tmp_path_factory.mktemp("good")
    rows = [line.split(",") for line in CHINESE.replace('"1,070.00"', "1070").splitlines()]
    sheet(folder / "a.xlsx", rows)
    wide = [row + [""] * (len(rows[0]) - len(row)) for row in rows[1:]]
    pl.DataFrame(wide, schema=rows[0], orient="row").write_parquet(folder / "a.parquet")
    return {
        "csv": CHINESE.encode(),
        "gb": CHINESE.encode("gb18030"),
        "utf16": CHINESE.encode("utf-16"),
        "jsonl": lines_of(CHINESE),
        "xlsx": (folder / "a.xlsx").read_bytes(),
        "parquet": (folder / "a.parquet").read_bytes(),
    }


@pytest.mark.parametrize("form", ["csv", "gb", "utf16", "jsonl", "xlsx", "parquet"])
def test_a_spoilt_department_file_is_taken_or_refused_in_one_sentence(good, tmp_path, form):
    world, suffix = World.at(tmp_path), {"gb": "csv", "utf16": "csv"}.get(form, form)
    name = f"P01-01.{suffix}"
    assert World.at(tmp_path / "whole").facts and world.send(name, good[form]).accepted == 3
    seen = set()

    @FEW
    @given(st.lists(EDIT, min_size=1, max_size=3))
    @example([("cut", 0.0, 1, b"")])  # nothing is left: refused in every form, not by luck
    def drawn(edits):
        report = world.send(name, spoilt(good[form], edits), force=True)
        seen.add(bool(report.problem))
        if report.problem:
            assert report.problem.endswith(("。", "？")) and "Traceback" not in report.problem
            assert len(report.problem) < 400
        assert report.rows < 100

    drawn()
    assert True in seen, "nothing was ever refused: the accidents are too mild"


def said(*argv: str, stdin: bytes = b"") -> tuple[int, str, str]:
    """`jpf …` in this process: exit code, what stood on stdout and on stderr."""
    out, err = io.StringIO(), io.StringIO()
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(list(argv))
    finally:
        sys.stdin = before
    return code, out.getvalue(), err.getvalue()


FACTS = {
    "age": 82,
    "hukou_local": True,
    "household_size": 2,
    "income_month": {"min": 0, "max": 900},
}
ODD = st.one_of(
    JSON, st.floats(allow_nan=False), st.just(10**30), st.just(-1), st.just("三万"),
    st.fixed_dictionaries({}, optional={"min": st.integers() | st.text(), "max": st.integers()}),
)  # fmt: skip


@MANY
@given(
    st.dictionaries(st.sampled_from(sorted(known_facts())) | st.text(max_size=8), ODD, max_size=4)
)
@example({"age": float("1e308")})
def test_stated_facts_are_judged_or_refused_in_one_sentence(facts):
    code, out, err = said("eligible", "--facts", "-", "--at", "2022-07-15", "--json",
                          stdin=json.dumps(facts).encode())  # fmt: skip
    told = json.loads(out)
    if code == 0:
        assert len(told) >= 30
    else:
        assert code == 1 and told["error"].endswith(("。", "？")) and "Traceback" not in err


@FEW
@given(st.lists(EDIT, min_size=1, max_size=3))
def test_spoilt_json_of_facts_is_refused_in_one_sentence(edits):
    code, out, _ = said("eligible", "--facts", "-", "--at", "2022-07-15", "--json",
                        stdin=spoilt(json.dumps(FACTS).encode(), edits))  # fmt: skip
    assert code == 0 or (code == 1 and json.loads(out)["error"].endswith(("。", "？")))


@FEW
@given(st.lists(EDIT, min_size=1, max_size=3), st.sampled_from(["resident", "worker"]))
def test_a_spoilt_line_of_messages_never_stops_the_others(edits, who):
    good = json.dumps({"id": "1", "text": "去过了，人在家"}, ensure_ascii=False).encode()
    lines = spoilt(good, edits).replace(b"\n", b" ") + b"\n" + good
    code, out, err = said("understand", who, stdin=lines)
    assert code in (0, 1)
    assert json.loads(out.splitlines()[-1])["id"] == "1"
    assert "Traceback" not in err


@FEW
@given(st.lists(EDIT, min_size=1, max_size=3), st.sampled_from([".csv", ".parquet"]))
def test_a_spoilt_table_is_measured_or_refused_in_one_sentence(table_file, edits, suffix):
    path = table_file.with_suffix(suffix)
    bad = path.with_name(f"bad{suffix}")
    bad.write_bytes(spoilt(path.read_bytes(), edits))
    code, out, _ = said("measure", str(bad), "--indicators", "a,b", "--k", "0.5", "--json")
    assert code == 0 or json.loads(out)["error"].endswith(("。", "？")), out


@pytest.fixture(scope="module")
def table_file(tmp_path_factory):
    import polars as pl

    path = tmp_path_factory.mktemp("table") / "t.csv"
    frame = pl.DataFrame({"a": [1, 0, 1, 0], "b": [0, 0, 1, 1]})
    frame.write_csv(path)
    frame.write_parquet(path.with_suffix(".parquet"))
    return path


FIELDS = ["id", "class", "device_id", "event", "event_at", "household", "id_no", "region", "x"]


async def test_any_signed_event_is_taken_or_refused_and_never_breaks_the_door(platform):
    bodies: list[bytes] = []

    @MANY
    @given(st.dictionaries(st.sampled_from(FIELDS), JSON | st.floats(), max_size=5),
           st.lists(EDIT, max_size=2))  # fmt: skip
    def drawn(changes, edits):
        whole = json.dumps({"events": [SOS | changes, changes]}).encode()
        bodies.append(spoilt(whole, edits))

    drawn()
    deep = b'{"events": [' + b"[" * 100_000 + b"]" * 100_000 + b"]}"
    long = json.dumps({"events": [SOS | {"id": "l", "region": "3" * 100_000}]}).encode()
    at_ends = [
        json.dumps({"events": [SOS | {"id": f"t{n}", "event_at": at}]}).encode()
        for n, at in enumerate(("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"))
    ]
    for body in [*bodies, deep, long, *at_ends]:
        status, told = await platform.send(body=body)
        assert status in (200, 400), body[:200]
        assert status == 200 or told["error"].endswith(("。", "？"))
    assert (await platform.send(body=deep))[0] == 400


@MANY
@given(JSON)
def test_json_of_others_reads_as_it_was_written(value):
    assert read_json(json.dumps(value)) == value


@pytest.mark.parametrize(
    "text",
    ["NaN", "[Infinity]", "-Infinity", "9" * 5000, "[" * (DEEPEST + 2) + "]" * (DEEPEST + 2),
     "[" * 100_000, "", "{", b"\xff\xff", '"' + "a" * (5 << 20) + '"'],
    ids=range(10),
)  # fmt: skip
def test_what_is_no_json_or_too_much_of_it_is_a_value_error(text):
    with pytest.raises(ValueError):
        read_json(text)


def test_a_signature_is_checked_before_anything_is_read():
    assert signing.sign("a", "1", b"x") != signing.sign("a", "1", b"y")

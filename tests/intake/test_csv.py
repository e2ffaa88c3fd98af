"""However a file is quoted, its cells come out as they went in."""

import csv
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.intake.examine import examine
from core.intake.readers import csv_

CELL = st.text('ab",，\n 陆0', max_size=6).map(str.strip)
ROWS = st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6)
TITLES = ["记录编号", "保障证号", "停保原因"]


def read(path: Path) -> list[tuple[str, ...]]:
    chunks = list(csv_.read(path, "P01-01", examine(path, text=True)))
    assert not any(chunk.broken for chunk in chunks)
    return [
        tuple(cell or "" for cell in row)
        for chunk in chunks
        for row in chunk.frame.select("0", "1", "2").rows()
    ]


@settings(max_examples=80, deadline=None)
@given(ROWS, st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]), st.sampled_from(",\t;"))
@example([("a", "b", "c"), ("", "", ""), ("x", '""', ",")], csv.QUOTE_ALL, ",")
@example([("a", "一\n二", "c")] * 3, csv.QUOTE_MINIMAL, ",")
def test_what_a_writer_quotes_the_reader_gives_back(rows, quoting, delimiter):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "P01-01.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=quoting, delimiter=delimiter).writerows([TITLES, *rows])
        assert read(path) == [row for row in rows if any(row)]


def test_rows_keep_the_number_of_the_line_they_start_on(tmp_path):
    path = tmp_path / "P01-01.csv"
    path.write_text(
        '名册,,\n记录编号,保障证号,停保原因\n"a","b","c"\n\nd,"e\nf",g\nh,i,j\n', "utf-8"
    )
    chunks = csv_.read(path, "P01-01", examine(path, text=True))
    assert [n for chunk in chunks for n in chunk.frame["_row"]] == [3, 5, 7]


def test_a_long_quoted_file_is_read_in_blocks_without_losing_a_line(tmp_path):
    path = tmp_path / "P01-01.csv"
    lines = [f'"r{n}","{"x" * 90}","甲"' for n in range(60_000)]
    lines[50_000] = '"r50000","一\n二","甲"'
    path.write_text("\n".join([",".join(TITLES), *lines]), "utf-8")
    chunks = list(csv_.read(path, "P01-01", examine(path, text=True)))
    assert len(chunks) > 2
    ids = [i for chunk in chunks for i in chunk.frame["0"]]
    assert ids == [f"r{n}" for n in range(60_000)]
    assert chunks[-1].frame["_row"][-1] == 60_002

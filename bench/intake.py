"""Import and as-of view: rows a second and memory, beside what the bare libraries need.

Every job runs in a process of its own, so that its peak of memory is its own; import is pinned to
one core. All rows are made up.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import fastexcel
import polars as pl
import xlsxwriter

from bench import _rows
from core.facts import Facts
from core.intake import import_paths
from core.privacy.vault import Vault
from core.sources import sources

CSV_ROWS, BIG_ROWS, XLSX_ROWS = 1_000_000, 5_000_000, 100_000
CLASS = "P03-03"
OBSERVED = date(2022, 7, 15)
FAMILY = "330412345"
ROUNDS = 5


def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        return {**_imports(home), "city": _city(home)}


def _imports(home: Path) -> dict[str, Any]:
    csv = _csv(home / f"{CLASS}-a.csv", CSV_ROWS)
    told = {"csv": _beside(csv, "bare_csv")}
    csv.unlink()
    big = _csv(home / f"{CLASS}-b.csv", BIG_ROWS)
    told["csv_5m_rows"] = _measured("take", big)
    big.unlink()
    told["xlsx"] = _beside(_xlsx(home / f"{CLASS}-c.xlsx", XLSX_ROWS), "bare_xlsx")
    return told


def _city(home: Path) -> dict[str, Any]:
    store = home / "city"
    rows = _rows.store_city(store)
    size = sum(p.stat().st_size for p in store.rglob("*.parquet")) >> 20
    return {
        "classes": len(_rows.read_by_portraits()),
        "rows": rows,
        "store_mb": size,
        "as_of_view": _measured("view", store, one_core=False),
        "one_family": _measured("family", store, one_core=False),
    }


def _beside(file: Path, bare: str) -> dict[str, Any]:
    """Our import, and the library alone on the same file in the same run."""
    ours, alone = _measured("take", file), _measured(bare, file)
    return {**ours, "times_bare_library": round(ours["seconds"] / alone["seconds"], 1)}


def _measured(job: str, path: Path, *, one_core: bool = True) -> dict[str, Any]:
    """Run a job of this module in a process of its own."""
    env = {**os.environ, **({"POLARS_MAX_THREADS": "1"} if one_core else {})}
    command = [sys.executable, "-m", "bench.intake", job, str(path), *(["1"] * one_core)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def take(path: Path) -> int:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        vault, facts = Vault.throwaway(), Facts(home / "facts")
        (report,) = import_paths([path], OBSERVED, facts, vault, rejects=home / "rejects")
        assert report.problem is None and report.accepted == report.rows, report
        return report.rows


def bare_csv(path: Path) -> int:
    return pl.read_csv(path, infer_schema=False).height


def bare_xlsx(path: Path) -> int:
    return fastexcel.read_excel(path).load_sheet(0, dtypes="string").to_polars().height


def view(store: Path) -> int:
    """Every record alive, every column a rule may read, one class after the other."""
    as_of = Facts(store).view(date(2022, 7, 9))
    rows = 0
    for class_id in _rows.read_by_portraits():
        wanted = pl.exclude(sources()[class_id].sealed)
        rows += as_of.records(class_id).select(wanted).collect().height
    return rows


def family(store: Path) -> int:
    """The records of one household in all these classes."""
    as_of = Facts(store).view(date(2022, 7, 9))
    of = (as_of.records(c).filter(household=FAMILY) for c in _rows.read_by_portraits())
    return sum(frame.collect().height for frame in of)


def _csv(path: Path, rows: int) -> Path:
    with path.open("wb") as file:
        for number, frame in enumerate(_rows.deliveries(CLASS, rows)):
            frame.write_csv(file, include_header=not number)
    return path


def _xlsx(path: Path, rows: int) -> Path:
    book = xlsxwriter.Workbook(
        str(path), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
    )
    page = book.add_worksheet()
    for frame in _rows.deliveries(CLASS, rows):
        page.write_row(0, 0, frame.columns)
        for number, row in enumerate(frame.iter_rows(), 1):
            page.write_row(number, 0, ["" if cell is None else cell for cell in row])
    book.close()
    return path


JOBS: dict[str, Callable[[Path], int]] = {
    job.__name__: job for job in (take, bare_csv, bare_xlsx, view, family)
}


def main(job: str, path: str, *pinned: str) -> None:
    if pinned:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    times = []
    for _ in range(ROUNDS if job == "family" else 1):
        started = time.perf_counter()
        rows = JOBS[job](Path(path))
        times.append(time.perf_counter() - started)
    seconds = min(times)
    told = {
        "rows": rows,
        "seconds": round(seconds, 3),
        "rows_per_second": round(rows / seconds),
        "peak_mb": _peak_mb(),
    }
    sys.stdout.write(json.dumps(told))


def _peak_mb() -> int:
    """The most memory this process ever held; rusage would count that of its parent too."""
    status = Path("/proc/self/status").read_text("utf-8")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) >> 10 if found else 0


if __name__ == "__main__":
    main(*sys.argv[1:])

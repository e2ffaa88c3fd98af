"""A process that dies during an import leaves all of the file or nothing of it (fault F13)."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from core.facts import Facts
from tests.intake.world import DAY, World

# Dies, as by kill -9, at the n-th time it forces something onto the disk.
IMPORT = """
import os, sys, datetime, pathlib
from core.facts import Facts
from core.intake import import_paths
from core.privacy.vault import Vault

left, sync = int(sys.argv[3]), os.fsync

def fsync(descriptor):
    global left
    if not left:
        os._exit(9)
    left -= 1
    sync(descriptor)

os.fsync = fsync
folder = pathlib.Path(sys.argv[1])
import_paths([pathlib.Path(sys.argv[2])], datetime.date(2022, 7, 16), Facts(folder / "facts"),
             Vault.throwaway(), rejects=folder / "rejects")
"""


def dies(folder: Path, file: Path, after: int) -> bool:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", IMPORT, str(folder), str(file), str(after)]
    return subprocess.run(command, env=env, check=False, capture_output=True).returncode == 9


def test_a_killed_import_leaves_all_or_nothing_and_is_simply_done_again(tmp_path):
    world = World.at(tmp_path)
    for number in range(7):  # so that the next delivery also merges files
        world.send(f"P01-01-{number}.csv", f"record_id,monthly_amount\nold{number},1\n")
    file = tmp_path / "P01-01-new.csv"
    file.write_text("record_id,op,monthly_amount\nn1,add,1\nn2,add,2\nold1,upd,7\n", "utf-8")
    later = date(2022, 7, 16)
    before, after, deaths = 7, 9, 0
    while dies(tmp_path, file, deaths):
        deaths += 1
        assert len(world.column("P01-01", "record_id", later)) in (before, after)
        assert len(world.column("P01-01", "record_id", DAY)) == before
    assert deaths >= 4
    report = world.take(file, later)
    assert (report.problem, report.accepted) == (None, 0)
    assert len(world.column("P01-01", "record_id", later)) == after
    known = {f.name for f in Facts(tmp_path / "facts").ledger("P01-01").files}
    assert known <= {p.name for p in (tmp_path / "facts" / "P01-01").glob("*.parquet")}

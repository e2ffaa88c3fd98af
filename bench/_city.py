"""A made-up city of a quarter of a million households, as an installation keeps its facts.

It takes some minutes to make; JPF_BENCH_CITY names a folder in which it stays for the next time.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from core.facts import Facts
from core.intake import import_paths
from core.privacy.vault import Vault
from demo.town.makes import make_town

TOWN, HOUSEHOLDS, YEARS, SEED = 3_489, 250_000, 1, 1
DAY = date(2022, 7, 15)
DONE = "done"


@contextmanager
def city() -> Iterator[Path]:
    """The folder with `facts` and `keys.json`: everything delivered before DAY."""
    if kept := os.environ.get("JPF_BENCH_CITY"):
        yield _made(Path(kept))
        return
    with tempfile.TemporaryDirectory() as folder:
        yield _made(Path(folder) / "city")


def _made(home: Path) -> Path:
    if not (home / DONE).exists():
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            sent = Path(folder) / "sent"
            make_town(sent, households=TOWN, years=YEARS, seed=SEED, parquet=True, city=HOUSEHOLDS)
            _deliver(sent, home)
        (home / DONE).touch()
    return home


def _deliver(sent: Path, home: Path) -> None:
    keys = home / "keys.json"
    vault, facts = Vault.open(keys) if keys.exists() else Vault.create(keys), Facts(home / "facts")
    days = [p for p in sorted(sent.iterdir()) if p.name < DAY.isoformat()]
    for day in days:
        observed = date.fromisoformat(day.name)
        import_paths([day], observed, facts, vault, rejects=home / "rejects" / day.name)

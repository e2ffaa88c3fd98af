"""Whatever arrives later, a past day looks as it looked on that day: features, portraits, findings.

Random histories over what departments told about the made-up families: each day some records come
again with another record's values, some are taken back, some come new from later deliveries.
"""

import random
import shutil
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import polars as pl
import polars.selectors as cs
import pytest
from polars.testing import assert_frame_equal

from core.city import load_city
from core.facts import Batch
from core.intake import import_paths
from core.matching import MatchedFacts
from core.portrait.engine import portrait
from core.privacy.vault import Vault
from core.sources import sources
from scheduler.looking import Wanted, look

FIRST = date(2022, 7, 14)
DAYS = 3
OF_RECORD = ("record_id", "person", "household", "region", "data_date", "observed")
CITY = load_city()


def store(folder: Path) -> MatchedFacts:
    return MatchedFacts(folder, CITY)


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> tuple[Path, dict[str, pl.DataFrame]]:
    """A store as of the first day, and by class what will be told later."""
    home, vault = tmp_path_factory.mktemp("replay"), Vault.throwaway()
    data = Path(str(files("demo").joinpath("data")))
    import_paths([data / str(FIRST)], FIRST, store(home / "first"), vault, rejects=home / "back")
    shutil.copytree(home / "first", home / "later")
    later = store(home / "later")
    last = max(data.iterdir())
    day = date.fromisoformat(last.name)
    import_paths([last], day, later, vault, rejects=home / "back")
    view = later.view(day)
    heard = [c for c in sources() if view.last_delivery(c)]
    coming = {c: view.records(c).collect().select(~cs.binary()) for c in heard}  # nothing sealed
    return home / "first", {c: rows for c, rows in coming.items() if rows.height}


def seen(facts: MatchedFacts, at: date, home: Path) -> list[pl.DataFrame]:
    """Everything that is worked out of the facts as of a day."""
    house = SimpleNamespace(
        city=CITY, facts=facts, settings=SimpleNamespace(home=home, portraits_folder=home / "p")
    )
    now = datetime.combine(at, time(2, 30))
    looked = look(house, Wanted(at, now, households=None))
    frames = [looked.found.persons, looked.found.households]
    frames.append(portrait(looked.found.households, looked.std))
    return frames + [verdict.frame for verdict in looked.verdicts]


def news(draw: random.Random, rows: pl.DataFrame) -> pl.DataFrame:
    """Some records of a class again: as they are, with another's values, or taken back."""
    some = rows[draw.sample(range(rows.height), min(rows.height, 4))]
    kept = [c for c in OF_RECORD if c in rows.columns and c != "observed"]
    values = [c for c in rows.columns if c not in OF_RECORD]
    other = rows[[draw.randrange(rows.height) for _ in range(some.height)]]
    told = some.select(kept).hstack(other.select(values))
    op = [draw.choice(("upd", "upd", "del")) for _ in range(some.height)]
    return told.with_columns(op=pl.Series(op, dtype=pl.String))


@pytest.mark.parametrize("seed", [7, 2022])
def test_a_past_day_looks_as_it_looked_whatever_came_later(told, tmp_path_factory, seed):
    first, coming = told
    draw, home = random.Random(seed), tmp_path_factory.mktemp("history")
    shutil.copytree(first, home / "facts")
    facts, remembered = store(home / "facts"), {}
    for n in range(DAYS):
        at = FIRST + timedelta(days=n)
        for class_id in draw.sample(sorted(coming), len(coming) // 2) if n else ():
            facts.append(Batch(class_id=class_id, observed=at, frame=news(draw, coming[class_id])))
        remembered[at] = seen(facts, at, home / f"then{n}")
    for at, then in remembered.items():
        again = seen(store(home / "facts"), at, home / f"again{at}")
        for now, before in zip(again, then, strict=True):
            assert_frame_equal(now, before, check_row_order=False)
    assert not remembered[at][1].equals(remembered[FIRST][1]), "what came made no difference"

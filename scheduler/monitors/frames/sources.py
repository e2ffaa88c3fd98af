"""One row a class of data: when it last came, whether it still speaks, how much is blind without it."""

import polars as pl

from core.facts import View
from core.sources import sources as catalogue
from scheduler.monitors.shelf import in_force
from scheduler.monitors.watch import FRAMES


def sources(view: View, city: str = "") -> pl.DataFrame:
    """The classes of the catalogue as of `view.at`, as `FRAMES["source"]`; *city*: its code."""
    readers = _readers(view)
    rows = [
        {
            "source": class_id,
            "household": "",
            "person": None,
            "region": city,
            "title": source.title,
            "unit": source.department,
            "last_on": view.last_delivery(class_id),
            "fresh": view.fresh(class_id),
            "monitors": readers.get(class_id, 0),
        }
        for class_id, source in catalogue().items()
    ]
    return pl.DataFrame(rows, schema=FRAMES["source"])


def _readers(view: View) -> dict[str, int]:
    """How many monitors in force read each class."""
    found: dict[str, int] = {}
    for monitor in in_force(view.at):
        for class_id in monitor.watch.reads:
            found[class_id] = found.get(class_id, 0) + 1
    return found

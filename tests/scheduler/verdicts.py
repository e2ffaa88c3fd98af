"""What a monitor says of made-up subjects, without calculating it."""

import polars as pl

from scheduler.monitors.judging import Verdicts
from scheduler.monitors.shelf import monitors
from tests.factories import VILLAGE_CODE


def says(monitor, *subjects, over=(), colour="黄", region=VILLAGE_CODE, unknown=()):
    """It points at *subjects*, no longer at those *over*, and cannot tell of *unknown*."""
    answers = [(s, True) for s in subjects] + [(s, False) for s in over]
    answers += [(s, None) for s in unknown]
    rows = [
        {
            "subject": f"{home}/p", "person": f"{home}/p", "household": home, "region": region,
            "says": said, "still": said, "proven": False, "colour": colour,
        }
        for home, said in answers
    ]  # fmt: skip
    schema = dict.fromkeys(("subject", "person", "household", "region", "colour"), pl.String())
    schema |= dict.fromkeys(("says", "still", "proven"), pl.Boolean())
    frame = pl.DataFrame(rows, schema=schema)
    return Verdicts(monitors()[monitor], frame, len(subjects), len(unknown), ())


def homes(n, letter="H"):
    return [f"{letter}{k:04}" for k in range(n)]

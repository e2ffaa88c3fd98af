"""How fast a made-up town is lived, told, written and judged."""

import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from demo.town.makes import make_town
from demo.town.town import live

HOUSEHOLDS = 3_489  # seed


def run(
    *, households: int = HOUSEHOLDS, years: int = 2, seed: int = 1, city: int = 0
) -> dict[str, Any]:
    """Seconds for the life alone and for everything with its files; memory as the peak in MB."""
    begun = time.perf_counter()
    live(households, years, seed)
    lived = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        made = make_town(
            Path(folder) / "town", households=households, years=years, seed=seed, city=city
        )
        done = time.perf_counter()
    return {
        "households": households,
        "years": years,
        "life_s": round(lived - begun, 2),
        "town_s": round(done - lived, 2),
        "classes": len(made.rows),
        "files": made.files,
        "rows": sum(made.rows.values()),
        "findings": made.truth["findings"],
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }

"""What we know and what we decide: facts, portraits, cases, rights. No chat, no timetable."""

import os

# Frames here are small or fit in memory; polars' streaming engine, its default, costs each of the
# many small ones a third more (docs/decisions/010). Read when polars is first used, so said first.
os.environ.setdefault("POLARS_ENGINE_AFFINITY", "in-memory")

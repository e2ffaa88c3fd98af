"""The measurements of rendering run and say what they measured."""

from bench.render import run

DRAWN = ("card", "booklet", "masked_booklet", "digest", "digest_xlsx", "families_xlsx")


def test_every_number_is_there():
    found = run(rounds=2, booklets=6, households=10)
    assert set(found) == {
        *(f"{name}{unit}" for name in DRAWN for unit in ("_ms", "_cpu_ms")),
        "families",
        "booklets",
        "booklets_ms_each",
        "booklets_cpu_ms_each",
        "peak_mb_early",
        "peak_mb_end",
        "loop_gap_ms",
        "loop_gap_idle_ms",
    }
    assert found["families"] == 10
    assert all(value > 0 for value in found.values())

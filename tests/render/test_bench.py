"""The measurements of rendering run and say what they measured."""

from bench.render import run


def test_every_number_is_there():
    found = run(rounds=2, booklets=6, households=10)
    assert set(found) == {
        "card_ms",
        "booklet_ms",
        "masked_booklet_ms",
        "digest_ms",
        "digest_xlsx_ms",
        "families_xlsx_ms",
        "families",
        "booklets",
        "booklets_ms_each",
        "peak_mb_early",
        "peak_mb_end",
        "loop_gap_ms",
    }
    assert found["families"] == 10
    assert all(value > 0 for value in found.values())

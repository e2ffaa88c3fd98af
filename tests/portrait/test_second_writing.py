"""The rules written a second and a third time, by hand and in OpenFisca, give the same answers."""

import pytest

pytest.importorskip("numpy")
pytest.importorskip("openfisca_core")

from bench._population import written
from bench.portrait import compared


def test_three_engines_agree_on_every_answer_of_a_made_up_town(tmp_path):
    (part,) = written(tmp_path, 3_000, seed=5)
    found = compared(part)
    assert found["ours_and_hand_polars_differ"] == 0
    assert found["ours_and_openfisca_differ"] == 0
    assert found["values"] == 3_000 * 140
    assert 0 < found["households_openfisca_cannot_judge_exactly"] < 1_000

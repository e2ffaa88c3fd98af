"""`jpf make-town` as somebody types it wrongly; what it writes is in test_same_seed."""

import pytest

from jpf.__main__ import main


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--households", "39"], "至少要 40 户"),
        (["--years", "0"], "1 年"),
        (["--households", "40", "--years", "1"], "已经有东西"),
    ],
)
def test_what_cannot_be_made_is_said_in_a_sentence(tmp_path, capsys, arguments, sentence):
    (tmp_path / "something").write_text("here")
    out = tmp_path if "已经" in sentence else tmp_path / "town"
    assert main(["make-town", "--out", str(out), *arguments]) != 0
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "town").exists()

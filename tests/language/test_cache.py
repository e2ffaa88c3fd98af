"""Where the dictionary's cache lies."""

import stat

import pytest

from core.language.reading import tokens
from jpf.home import furnish
from jpf.verbs.init import set_up


def test_an_opened_home_keeps_the_dictionary_in_a_folder_of_its_own(
    tmp_path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tokens, "_cache_dir", None)  # put back afterwards
    set_up(tmp_path)
    furnish(tmp_path)
    tokens.tokenizer.__wrapped__()
    kept = tmp_path / "cache"
    assert [path.name for path in kept.iterdir()] == ["jieba.cache"]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700

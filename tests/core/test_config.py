"""Settings: a file, the environment over it, and a clear sentence for every slip."""

from pathlib import Path

import pytest

from core.config import BadSetting, load_settings


def write(home: Path, text: str) -> Path:
    (home / "jingpingfu.toml").write_text(text, encoding="utf-8")
    return home


def test_without_a_file_everything_has_a_default(tmp_path):
    settings = load_settings(tmp_path, {})
    assert settings.database_url == f"sqlite://{tmp_path / 'jingpingfu.sqlite3'}"
    assert settings.bot.domestic is False


def test_the_environment_wins_over_the_file(tmp_path):
    write(tmp_path, '[web]\nport = 1\n[bot]\napi_root = "http://127.0.0.1:1"\n')
    settings = load_settings(tmp_path, {"JPF_WEB__PORT": "2", "OTHER": "x", "JPF_HOME": "y"})
    assert (settings.web.port, settings.bot.api_root) == (2, "http://127.0.0.1:1")


def test_a_secret_may_lie_in_a_file_and_is_never_shown(tmp_path):
    (tmp_path / "token").write_text("12:hush\n")
    settings = load_settings(tmp_path, {"JPF_BOT__TOKEN_FILE": str(tmp_path / "token")})
    assert settings.bot.token == "12:hush"
    assert "hush" not in repr(settings)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[bott]\n", "是不是想写 bot"),
        ("[web]\nprot = 1\n", "是不是想写 port"),
        ('[web]\nport = "many"\n', "整数"),
        ("[web\n", "读不懂"),
    ],
)
def test_a_slip_is_told_in_one_sentence(tmp_path, text, told):
    with pytest.raises(BadSetting, match=told):
        load_settings(write(tmp_path, text), {})

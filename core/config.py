"""Settings of one installation: home/jingpingfu.toml, overridden by JPF_SECTION__KEY.

Read once at the start and handed down. An unknown key is an error with the nearest known one.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from core.problems import Problem

NAME = "jingpingfu.toml"


class BadSetting(Problem, ValueError):
    """A setting nobody knows, or with a value nobody can use."""


@dataclass(frozen=True)
class BotSettings:
    """*api_root* may be any server that speaks the Bot API; *domestic* means data stays here."""

    token: str = field(default="", repr=False)
    api_root: str = ""
    mode: str = "polling"  # or webhook
    webhook_secret: str = field(default="", repr=False)
    webhook_url: str = ""  # where the vendor reaches this service from outside
    domestic: bool = False


@dataclass(frozen=True)
class DatabaseSettings:
    url: str = ""  # "" means home/jingpingfu.sqlite3


@dataclass(frozen=True)
class WebSettings:
    """*address*: where people reach the duty desk, e.g. behind a proxy; "" means http://host:port."""

    host: str = "127.0.0.1"
    port: int = 8800
    address: str = ""


@dataclass(frozen=True)
class CitySettings:
    pack: str = "pinghu"  # one of ours, or the path of a folder


@dataclass(frozen=True)
class Settings:
    """Where everything lives and how we talk."""

    home: Path
    made_up: bool = False  # made-up data only: a test clock and the phones page are allowed
    bot: BotSettings = BotSettings()
    database: DatabaseSettings = DatabaseSettings()
    web: WebSettings = WebSettings()
    city: CitySettings = CitySettings()

    @property
    def database_url(self) -> str:
        return self.database.url or f"sqlite://{self.home / 'jingpingfu.sqlite3'}"

    @property
    def desk_address(self) -> str:
        return self.web.address or f"http://{self.web.host}:{self.web.port}"

    @property
    def keys_file(self) -> Path:
        return self.home / "keys.json"

    @property
    def facts_folder(self) -> Path:
        return self.home / "facts"

    @property
    def portraits_folder(self) -> Path:
        return self.home / "portraits"


SECTIONS: dict[str, type[Any]] = {
    "bot": BotSettings,
    "database": DatabaseSettings,
    "web": WebSettings,
    "city": CitySettings,
}


def default_home(env: Mapping[str, str] = os.environ) -> Path:
    """JPF_HOME, else the user's data folder."""
    if named := env.get("JPF_HOME"):
        return Path(named)
    base = env.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "jingpingfu"


def load_settings(home: Path, env: Mapping[str, str] = os.environ) -> Settings:
    """The settings of *home*; raises BadSetting with what, why and what to do."""
    path = home / NAME
    try:
        raw = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    except tomllib.TOMLDecodeError as error:
        raise BadSetting(f"配置文件 {path} 读不懂：{error}。请改好这一处再试。") from error
    for name, value in _from_env(env):
        section, key = name
        raw.setdefault(section, {})[key] = value
    made_up = bool(raw.pop("made_up", False))
    parts = {section: _section(section, values) for section, values in raw.items()}
    return replace(Settings(home=home, made_up=made_up), **parts)


def _from_env(env: Mapping[str, str]) -> list[tuple[tuple[str, str], str]]:
    """JPF_BOT__TOKEN=… sets bot.token; JPF_BOT__TOKEN_FILE=… reads it from a file."""
    found = []
    for name, value in env.items():
        section, mark, key = name.removeprefix("JPF_").lower().partition("__")
        if not name.startswith("JPF_") or not mark:
            continue
        if key.endswith("_file"):
            key, value = key.removesuffix("_file"), Path(value).read_text("utf-8").strip()
        found.append(((section, key), value))
    return found


def _section(section: str, values: Mapping[str, Any]) -> Any:
    if section not in SECTIONS:
        raise BadSetting(f"没有叫 [{section}] 的配置。{_nearest(section, SECTIONS)}")
    known = {f.name: f for f in fields(SECTIONS[section])}
    out = {}
    for key, value in values.items():
        if key not in known:
            raise BadSetting(f"[{section}] 里没有叫 {key} 的配置。{_nearest(key, known)}")
        out[key] = _typed(section, key, value, known[key].default)
    return SECTIONS[section](**out)


def _typed(section: str, key: str, value: Any, like: Any) -> Any:
    if isinstance(like, bool):
        return (
            value if isinstance(value, bool) else str(value).lower() in ("1", "true", "yes", "on")
        )
    if isinstance(like, int):
        try:
            return int(value)
        except (TypeError, ValueError) as error:
            raise BadSetting(f"[{section}] {key} 要写一个整数，现在是 {value!r}。") from error
    return str(value)


def _nearest(name: str, known: Mapping[str, Any]) -> str:
    close = get_close_matches(name, list(known), n=1)
    return f"是不是想写 {close[0]}？" if close else f"可用的有：{'、'.join(known)}。"

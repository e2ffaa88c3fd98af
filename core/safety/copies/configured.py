"""The configuration as a copy keeps it: every secret left empty."""

import json
import tomllib
from pathlib import Path
from typing import Any

EMPTIED = (("bot", "token"), ("bot", "webhook_secret"), ("database", "url"))


def without_secrets(path: Path) -> str:
    """The configuration with every secret left empty, and the database's address: it may hold a
    password, and a restored home must never work on the database of the old one."""
    if not path.exists():
        return ""
    raw = tomllib.loads(path.read_text("utf-8"))
    for section, key in EMPTIED:
        if raw.get(section, {}).get(key):
            raw[section][key] = ""
    plain = [f"{k} = {_toml(v)}" for k, v in raw.items() if not isinstance(v, dict)]
    for section, values in raw.items():
        if isinstance(values, dict):
            plain += ["", f"[{section}]", *(f"{k} = {_toml(v)}" for k, v in values.items())]
    return "\n".join(plain) + "\n"


def _toml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)

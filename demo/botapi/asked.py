"""What one call asks: its parameters, whether they came as JSON, form or upload."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from demo.botapi.refused import bad


@dataclass(frozen=True)
class Upload:
    """A file that came with the call."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Asked:
    """One call. Form fields are text; JSON bodies may hold numbers, lists, truth values."""

    method: str
    values: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str | int | float):
            raise bad(f'field "{name}" must be of type String')
        return str(value)

    def number(self, name: str, default: int | None = None) -> int | None:
        value = self.values.get(name)
        if value in (None, ""):
            return default
        try:
            return int(str(value))
        except ValueError:
            raise bad(f"invalid {name} specified") from None

    def whole(self, name: str, default: int = 0) -> int:
        found = self.number(name, default)
        return default if found is None else found

    def degree(self, name: str, most: float) -> float:
        try:
            value = float(self.text(name))
        except ValueError:
            raise bad(f"{name} is empty or not a number") from None
        if not -most <= value <= most:
            raise bad(f"wrong {name} specified")
        return value

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes")

    def thing(self, name: str) -> Any:
        """A parameter that is itself JSON; None if it is not there."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None

    def mapping(self, name: str) -> dict[str, Any]:
        found = self.thing(name)
        if found is None:
            return {}
        if not isinstance(found, dict):
            raise bad(f"object expected as {name}")
        return found

    def summary(self) -> dict[str, Any]:
        """The call as the truth log keeps it: files by name and size."""
        sizes = {key: f"{file.name} ({len(file.data)} bytes)" for key, file in self.files.items()}
        return {**self.values, **sizes}

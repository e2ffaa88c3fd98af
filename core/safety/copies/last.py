"""When the last good copy was made. Told by a file, so that it is known even when the database is not."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

NAME = "backup.json"


@dataclass(frozen=True)
class Last:
    """The last good copy: when, where, and where the trail ended then."""

    made: str
    path: str
    anchor: str

    @property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.made)

    @property
    def is_there(self) -> bool:
        return Path(self.path).exists()


def note(home: Path, last: Last) -> None:
    tmp = home / f"{NAME}.tmp"
    tmp.write_text(json.dumps(asdict(last), ensure_ascii=False), "utf-8")
    tmp.replace(home / NAME)


def known(home: Path) -> Last | None:
    """The last good copy of this home; None when there never was one."""
    try:
        return Last(**json.loads((home / NAME).read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None

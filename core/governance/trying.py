"""A model tried on the town as it is: who would change colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from core.city import City
from core.facts import Facts
from core.portrait.engine import GREEN, NONE, RED, YELLOW
from core.portrait.model import Model, checked, current
from core.portrait.preview import Preview, preview
from core.portrait.shelf import types
from core.problems import Problem
from core.variables import features

WORDS = {NONE: "不属于", GREEN: "绿", YELLOW: "黄", RED: "红"}


class NotAModel(Problem):
    """A file that does not hold a model."""


@dataclass(frozen=True)
class Tried:
    """What *model* would do to the town on that day."""

    model: Model
    at: date
    preview: Preview

    def to_json(self) -> dict[str, Any]:
        """{"version", "at", "households", "changed", "moves": [{"type", "from", "to", "households"}]}."""
        changed = self.preview.changed.get_column("household").n_unique()
        names = {kind.letter: kind.title() for kind in types(self.at)}
        moves = [
            {
                "type": names[row["type"]],
                "from": _colours(row["before_low"], row["before_high"]),
                "to": _colours(row["after_low"], row["after_high"]),
                "households": row["households"],
            }
            for row in self.preview.counts.iter_rows(named=True)
        ]
        return {
            "version": self.model.version,
            "at": self.at.isoformat(),
            "households": self.preview.households,
            "changed": changed,
            "moves": moves,
        }

    @property
    def households(self) -> list[str]:
        """The families whose colour would be another one."""
        return sorted(self.preview.changed.get_column("household").unique().to_list())


def try_on(data: Mapping[str, Any], at: date, facts: Facts, city: City) -> Tried:
    """Weights and lines that *data* leaves out stay as they are; raises NotAModel, ModelError."""
    std = city.standards(at)
    now = current(std)
    model = checked(_over(now, data), std)
    households: pl.DataFrame = features(facts.view(at), std).households
    return Tried(model, at, preview(now, model, households, std))


def _over(now: Model, data: Mapping[str, Any]) -> Model:
    if not isinstance(data, Mapping) or not data.get("version"):
        raise NotAModel("模型文件要写 version，以及要改的 weights 或 lines。请补上再预览。")
    unknown = set(data) - {"version", "weights", "lines"}
    strange = set(data.get("weights", {})) - set(now.weights)
    strange |= set(data.get("lines", {})) - set(now.lines)
    if unknown or strange:
        names = "、".join(sorted(unknown | strange))
        raise NotAModel(f"模型文件里的 {names} 不认识。请对照 jpf model show 的写法。")
    whole = now.data()
    merged = {part: {**whole[part], **data.get(part, {})} for part in ("weights", "lines")}
    return Model.from_data({"version": data["version"], **merged})


def _colours(low: int, high: int) -> str:
    return WORDS[low] if low == high else f"{WORDS[low]}到{WORDS[high]}"

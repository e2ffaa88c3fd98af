"""The weights and colour lines of the portrait as data with a version.

What a change would do is previewed on the town before two people sign it
(`core.portrait.preview`); storing and signing happen elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from core.city.standards import Standards
from core.portrait.shelf import TYPES, Type, types
from core.problems import Problem


class ModelError(Problem):
    """The weights or colour lines do not make a model; the sentence says what to change."""


@dataclass(frozen=True)
class Model:
    """*weights*: points of each indicator, 100 a type; *lines*: (yellow, red) of each type."""

    version: str
    weights: Mapping[str, int]
    lines: Mapping[str, tuple[int, int]]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Model":
        """From JSON: {"version", "weights": {"A1": 20, ...}, "lines": {"A": [35, 60], ...}}."""
        lines = {letter: (yellow, red) for letter, (yellow, red) in data["lines"].items()}
        return cls(str(data["version"]), dict(data["weights"]), lines)

    def data(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def key(self) -> tuple[Any, ...]:
        return (self.version, *self.weights.items(), *self.lines.items())


SIGNED = "portrait_model"
"""The city's parameter that holds models signed by people, each from its day on."""


def current(std: Standards) -> Model:
    """The newest model signed by that day; without one, each indicator's WEIGHT and the city's lines.

    A type that has got another indicator since it was signed goes by the files until somebody signs
    again (see `outgrown`), and the version says so: nobody's night stands still for it.
    """
    signed = newest_signed(std)
    if signed is None:
        return _files(std)
    return _fitted(signed, outgrown(signed, std), std)


def newest_signed(std: Standards) -> Model | None:
    """The model two people signed last, as they signed it."""
    signed = std.parameters.get(SIGNED)
    held = [v for v in signed.values if v.holds(std.at)] if signed else []
    return Model.from_data(held[-1].value) if held else None


def outgrown(model: Model, std: Standards) -> tuple[Type, ...]:
    """The types whose indicators of that day *model* does not weigh to a hundred any more."""
    return tuple(kind for kind in types(std.at) if not _weighs(model, kind))


def _weighs(model: Model, kind: Type) -> bool:
    weights = [model.weights.get(i.id) for i in kind.indicators]
    return all(map(_whole, weights)) and sum(w for w in weights if w is not None) == 100


def _fitted(model: Model, kinds: Sequence[Type], std: Standards) -> Model:
    letters = "".join(kind.letter for kind in kinds)
    if not letters:
        return model
    own = {i.id for kind in kinds for i in kind.indicators}
    weights = {**model.weights, **{i: w for i, w in _files(std).weights.items() if i in own}}
    return Model(f"{model.version}+files-{letters}", weights, model.lines)


def _files(std: Standards) -> Model:
    return _current(std.at, *(std.integer(f"{t}_{c}") for t in TYPES for c in ("yellow", "red")))


@lru_cache(maxsize=64)
def _current(at: Any, *lines: int) -> Model:
    weights = {i.id: i.weight for t in types(at) for i in t.indicators}
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return Model(f"files-{at}", weights, dict(zip(TYPES, pairs, strict=True)))


def checked(model: Model, std: Standards) -> Model:
    """The same model, or ModelError with one sentence that says what is wrong with it."""
    for kind in types(std.at):
        weights = {i.id: model.weights.get(i.id) for i in kind.indicators}
        if missing := [i for i, w in weights.items() if not _whole(w)]:
            raise ModelError(f"{kind.title()}缺少指标 {missing[0]} 的权重：请补上一个非负整数。")
        total = sum(w for w in weights.values() if w is not None)
        if total != 100:
            raise ModelError(f"{kind.title()}的权重合计是 {total}，不是 100：请调整后再预览。")
        yellow, red = model.lines.get(kind.letter, (0, 0))
        if not 0 < yellow < red <= 100:
            raise ModelError(
                f"{kind.title()}的黄线 {yellow}、红线 {red} 不成立：要求 0 < 黄线 < 红线 ≤ 100。"
            )
    return model


def _whole(weight: Any) -> bool:
    return isinstance(weight, int) and not isinstance(weight, bool) and weight >= 0

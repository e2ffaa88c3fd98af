"""The parameters of one city in force on one day.

Every rule takes a `Standards` as its only argument: it carries the day (*at*) and the amounts
of that day, so that any past day can be judged by the rules of that day.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from core.problems import Problem


class NotInForce(Problem, LookupError):
    """No value of this parameter is in force on this day."""


@dataclass(frozen=True)
class Value:
    """One dated value of a parameter, with its source and how sure we are of it."""

    value: Any
    since: date
    until: date | None
    tag: str
    source: str

    def holds(self, at: date) -> bool:
        return self.since <= at and (self.until is None or at <= self.until)


@dataclass(frozen=True)
class Parameter:
    """One parameter: name, title, unit, and its values from oldest to newest."""

    name: str
    title: str
    unit: str
    checked: date
    values: tuple[Value, ...]

    def on(self, at: date) -> Value:
        found = [v for v in self.values if v.holds(at)]
        if not found:
            raise NotInForce(
                f"参数 {self.name} 在 {at} 没有取值：最早的从 {self.values[0].since} 起。"
                f"请在参数文件里补上这一天的取值。"
            )
        return found[-1]


@dataclass(frozen=True)
class Standards:
    """A city's parameters as of *at*. Amounts of money come as integer fen (1 yuan = 100)."""

    at: date
    parameters: dict[str, Parameter]

    def value(self, name: str) -> Value:
        """The dated value with its source and tag; raises NotInForce."""
        if name not in self.parameters:
            raise NotInForce(
                f"城市包里没有参数 {name}。请在 parameters/{name}.yaml 里写上取值、生效日和出处。"
            )
        return self.parameters[name].on(self.at)

    def __getitem__(self, name: str) -> Any:
        return self.value(name).value

    def number(self, name: str) -> Decimal:
        return Decimal(str(self[name]))

    def integer(self, name: str) -> int:
        return int(self.number(name))

    def fen(self, name: str, times: Decimal | int | str = 1) -> int:
        """An amount given in yuan, as fen, multiplied exactly (0.5, "1.5", 6 ...)."""
        return int(self.number(name) * Decimal(str(times)) * 100)

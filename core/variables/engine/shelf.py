"""Walk the shelf of variables: nothing to register, nothing forgotten."""

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import polars as pl

from core.variables.engine.variable import Variable


@cache
def modules_of(package: str, carrying: str) -> dict[str, ModuleType]:
    """The modules lying directly in *package* that define *carrying*, by file name."""
    home = import_module(package)
    names = sorted(m.name for m in iter_modules(home.__path__) if not m.ispkg)
    found = {name: import_module(f"{package}.{name}") for name in names}
    return {name: module for name, module in found.items() if hasattr(module, carrying)}


@cache
def variables() -> dict[str, Variable]:
    """All seventy household variables by name, in file order."""
    shelf = modules_of("core.variables", "VARIABLE")
    return {name: replace(module.VARIABLE, name=name) for name, module in shelf.items()}


def household_schema() -> dict[str, pl.DataType]:
    """The columns of a household frame: key, region, every variable with its companions."""
    schema: dict[str, pl.DataType] = {"household": pl.String(), "region": pl.String()}
    for variable in variables().values():
        schema |= variable.columns()
    return schema

"""The methods of the Bot API: one function each, named as the service names them.

A function takes the server and what was asked, returns the result or raises Refused. Every
public function of every module in this folder is a method; names are compared without case.
"""

import inspect
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

Method = Callable[..., Any]


@cache
def all_methods() -> dict[str, Method]:
    """Lower-case name to function."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {
        name.lower(): function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == module.__name__
    }

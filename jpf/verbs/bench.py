"""The benchmarks: measured side by side in one run, never asserted."""

import argparse
import platform
import signal
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from jpf.output import emit, say, tell

HELP = "测速：同一次运行里并排量出比值"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", metavar="NAME", help="测哪几样，默认全部")
    parser.add_argument(
        "--set", action="append", default=[], metavar="名=值", dest="given",
        help="给测速的参数，如 faults 的 kills=20 alerts=400 database=sqlite",
    )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    import bench
    from core.problems import Problem

    known = [m.name for m in iter_modules(bench.__path__) if not m.name.startswith("_")]
    unknown = [name for name in args.names if name not in known]
    if unknown:
        raise Problem(f"没有叫 {unknown[0]} 的测速。有这些：{'、'.join(known)}。")
    signal.signal(signal.SIGTERM, _end)
    told: dict[str, Any] = {"machine": {"python": platform.python_version(), "cpus": _cpus()}}
    for name in args.names or known:
        tell(f"测 {name} …")
        told[name] = import_module(f"bench.{name}").run(**_given(args.given))
        if not args.json:
            say(f"== {name}")
            _print(told[name], 1)
    if args.json:
        emit(told)
    return 0


def _end(number: int, _frame: object) -> None:
    """Leave by the front door: what a bench started is ended with it."""
    sys.exit(128 + number)


def _given(pairs: list[str]) -> dict[str, Any]:
    """name=value pairs; what looks like a number is one."""
    return {name: _value(text) for name, _, text in (pair.partition("=") for pair in pairs)}


def _value(text: str) -> Any:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _cpus() -> int:
    import os

    return os.cpu_count() or 1


def _print(value: Any, depth: int) -> None:
    for key, inner in value.items():
        if isinstance(inner, dict):
            say("  " * depth + str(key))
            _print(inner, depth + 1)
        else:
            say("  " * depth + f"{key}: {inner}")

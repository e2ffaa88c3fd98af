"""How verbs speak: one JSON document on stdout, everything for people on stderr."""

import json
import sys
from datetime import date, datetime
from typing import Any

from core.clock import clock_from, day_of, parse_moment
from core.problems import Problem


class BadDate(Problem):
    """A day or moment nobody can read."""


def emit(document: Any) -> None:
    """The one JSON document of this run."""
    json.dump(document, sys.stdout, ensure_ascii=False, default=str)
    sys.stdout.write("\n")


def tell(line: str) -> None:
    sys.stderr.write(line + "\n")


def say(line: str) -> None:
    """A line for people who asked for it on stdout."""
    sys.stdout.write(line + "\n")


def day(text: str | None) -> date:
    """A day as asked for; today in Shanghai when nothing was."""
    if text is None:
        return day_of(clock_from()())
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadDate(f"“{text}” 不是日期。请写成 2022-07-15 这样。") from error


def moment(text: str | None) -> datetime:
    """A moment as asked for; now when nothing was."""
    if text is None:
        return clock_from()()
    try:
        return parse_moment(text)
    except ValueError as error:
        raise BadDate(f"“{text}” 不是时间。请写成 2022-07-15T08:31 这样。") from error

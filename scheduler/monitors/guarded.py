"""A monitor with the conditions people added to it (core.monitoring.guards).

What opens a finding is narrowed; what keeps an open one open is not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import polars as pl

from core.city import Standards
from core.monitoring.where import Where, version_with
from core.variables.engine.words import sure
from scheduler.monitors.shelf import Condition, Monitor

Guards = Mapping[str, tuple[Where, ...]]


def guarded(watches: Iterable[Monitor], guards: Guards) -> list[Monitor]:
    """The same monitors, each silent where one of its guards surely holds."""
    return [_with(monitor, guards.get(monitor.id, ())) for monitor in watches]


def _with(monitor: Monitor, guards: tuple[Where, ...]) -> Monitor:
    if not guards:
        return monitor
    version = version_with(monitor.watch.version, guards)
    watch = replace(monitor.watch, version=version)
    return replace(monitor, when=_narrowed(monitor.when, guards), watch=watch)


def _narrowed(when: Condition, guards: tuple[Where, ...]) -> Condition:
    def narrowed(std: Standards) -> pl.Expr:
        says = when(std)
        for guard in guards:
            says = says & ~sure(pl.col(guard.column).cast(pl.String) == guard.value)
        return says

    return narrowed

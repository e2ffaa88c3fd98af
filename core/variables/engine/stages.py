"""Evaluate a shelf of named expressions in the order their names ask for."""

from collections.abc import Mapping

from polars import Expr, LazyFrame


class Circular(ValueError):
    """Columns that are computed from one another."""


def layers(shelf: Mapping[str, Expr]) -> list[list[str]]:
    """The names in layers: each reads only frames' own columns and earlier layers."""
    waiting = {name: set(e.meta.root_names()) & shelf.keys() for name, e in shelf.items()}
    done: set[str] = set()
    found = []
    while waiting:
        ready = [name for name, needs in waiting.items() if needs <= done]
        if not ready:
            raise Circular(f"这些列互相依赖，算不出先后：{sorted(waiting)}。请改其中一个文件。")
        found.append(ready)
        done |= set(ready)
        waiting = {n: needs for n, needs in waiting.items() if n not in done}
    return found


def staged(frame: LazyFrame, shelf: Mapping[str, Expr]) -> LazyFrame:
    """The frame with every column of the shelf."""
    for names in layers(shelf):
        frame = frame.with_columns(shelf[name].alias(name) for name in names)
    return frame


def behind(name: str, shelf: Mapping[str, Expr]) -> set[str]:
    """The columns from outside the shelf that *name* is computed from."""
    found, waiting, seen = set(), [name], set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if one in shelf:
            waiting += shelf[one].meta.root_names()
        else:
            found.add(one)
    return found

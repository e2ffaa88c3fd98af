"""与户主关系：代码和常见写法读成八种。"""

from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import yaml
from polars import Expr


@cache
def _table() -> dict[str, dict[str, Any]]:
    path = Path(__file__).with_name("relations.yaml")
    found: dict[str, dict[str, Any]] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found


RELATION = pl.Enum(list(_table()))


def relation(written: Expr) -> Expr:
    """One of RELATION; null when nothing is written, "other" for what nobody here has seen."""
    kinds = {w: kind for kind, about in _table().items() for w in about["codes"] + about["words"]}
    return pl.when(written.is_not_null()).then(
        written.replace_strict(kinds, default="other", return_dtype=RELATION)
    )


def owes(kind: Expr) -> Expr:
    """Whether this relation carries a duty of support."""
    return kind.is_in([name for name, about in _table().items() if about["duty"]])

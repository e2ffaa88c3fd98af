"""Text put together from columns."""

import polars as pl
from polars import Expr, col, lit


def form(template: str, *parts: str | int | Expr) -> Expr:
    """*template* with its {} filled by columns or expressions; null if one of them is.

    pl.format of polars 2.1 panics on small integers and on some nulls, hence this.
    """
    words = template.split("{}")
    cells: list[Expr] = []
    for word, part in zip(words, (*parts, None), strict=True):
        cells.append(lit(word))
        if part is not None:
            cell = (
                col(part)
                if isinstance(part, str)
                else part
                if isinstance(part, Expr)
                else lit(part)
            )
            cells.append(cell.cast(pl.String))
    return pl.concat_str(cells)

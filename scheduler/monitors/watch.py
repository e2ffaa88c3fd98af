"""What a monitor says beside its condition: whom to call, by when, what to show, what may help."""

from dataclasses import dataclass
from typing import Literal

from core.cases.brief import Span


@dataclass(frozen=True)
class Show:
    """One piece of evidence the called people may see: a title, the column, its data class."""

    what: str
    column: str
    class_id: str


@dataclass(frozen=True, kw_only=True)
class Watch:
    """A monitor's instructions. Sentences are for the people who go: no identity, no illness."""

    grain: Literal["person", "household"]
    reads: tuple[str, ...]
    why: str
    why_en: str
    ask: str
    ask_en: str
    need: str
    need_en: str
    whistle: tuple[str, ...]
    answer_within: Span
    visit_within: Span | None
    close_within: Span | None
    offers: tuple[str, ...]
    shows: tuple[Show, ...]
    proof: str
    proof_en: str
    quiet_days: int  # after a case was closed, how long the same finding stays silent
    every: str = "30 2 * * *"
    line: str = ""
    version: str = "1"

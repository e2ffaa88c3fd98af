"""What people look at: card and digest as pictures, the booklet as a paper, lists as Excel."""

from core.render.booklet import render_booklet
from core.render.card import render_card
from core.render.digest import render_digest
from core.render.fonts import FontMissing
from core.render.lists import digest_workbook, families_workbook
from core.render.typeset import TypesetFailed

__all__ = [
    "FontMissing",
    "TypesetFailed",
    "digest_workbook",
    "families_workbook",
    "render_booklet",
    "render_card",
    "render_digest",
]

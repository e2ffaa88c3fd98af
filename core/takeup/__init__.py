"""应享未享: who seems entitled to what and does not receive it, and what of it is new.

reckoning.py  the rules over tonight's city, and their count per family for the portrait
versions.py   what a rule is, in eight characters: it changes when the rule or its amounts do
keeping.py    what was so last time; only differences are written, what cannot be told changes nothing
listing.py    the lists people look at
telling.py    what is new goes to whoever works there, in one message a morning
"""

from core.takeup.keeping import Counted, keep
from core.takeup.listing import Line, newly, overview
from core.takeup.reckoning import Due, reckon, with_missing
from core.takeup.telling import Page, leave, page

__all__ = [
    "Counted",
    "Due",
    "Line",
    "Page",
    "keep",
    "leave",
    "newly",
    "overview",
    "page",
    "reckon",
    "with_missing",
]

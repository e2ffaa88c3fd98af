"""A resident asks: what was heard, what is still to be asked, what the rules say, and what follows.

An *inquiry* is what one person told in one conversation. Nothing here decides: a verdict is a first
look by the rules of the day, the town decides, and every look that was told is kept with the
version of each rule so that it can be explained later.
"""

from core.counsel.applying import NowhereToGo, apply_for, report_change
from core.counsel.erasing import erase
from core.counsel.following import Progress, progress
from core.counsel.inquiry import Inquiry
from core.counsel.limits import EnoughUnderWay, above_limit, over_limit
from core.counsel.looking import Ask, Look, look
from core.counsel.remembering import remember

__all__ = [
    "Ask",
    "EnoughUnderWay",
    "Inquiry",
    "Look",
    "NowhereToGo",
    "Progress",
    "above_limit",
    "apply_for",
    "erase",
    "look",
    "over_limit",
    "progress",
    "remember",
    "report_change",
]

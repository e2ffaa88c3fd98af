"""Who of a roster is meant by a worker's words: the whole name, or the surname and how people are called."""

import re
from collections import defaultdict
from collections.abc import Sequence

from core.store.helping import Turn

ELDER = (
    "老?(?:奶奶|爷爷|大爷|大妈|大娘|大伯|大婶|阿婆|阿公|阿姨|伯伯|婆婆|公公|叔叔|婶婶|师傅|老人|家)"
)
CHILD = "家?(?:小孩|孩子|娃|小朋友)|家"


def named_in(turns: Sequence[Turn], text: str) -> list[list[Turn]]:
    """For each way of naming somebody in *text*, who of the roster may be meant."""
    found: dict[str, dict[str, Turn]] = defaultdict(dict)
    for turn in turns:
        if said := _naming(turn, text):
            found[said][turn.subject] = turn
    return [list(people.values()) for people in found.values()]


def _naming(turn: Turn, text: str) -> str:
    """The words of *text* that name the person or the head of the family; "" when none do."""
    told = turn.names or {}
    names = [str(told[key]) for key in ("who", "head") if len(str(told.get(key) or "")) > 1]
    whole = next((name for name in names if name in text), "")
    if whole:
        return whole
    kin = CHILD if turn.kind == "child" else ELDER
    asked = (re.search(f"{re.escape(name[0])}(?:{kin})", text) for name in names)
    return next((hit[0] for hit in asked if hit), "")

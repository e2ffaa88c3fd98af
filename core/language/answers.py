"""What somebody says back to us: yes, no, not sure, thanks, a change, a question of his own."""

import re
from functools import cache

from core.language.reading.message import Message
from core.language.reading.people import mentions
from core.language.reading.shelf import line

SHELF = "talk/answers"
_PARTICLES = re.compile(r"[的了子啊呀呢吧哦噢哈嘛。，,.!！ 　]")


@cache
def _any(key: str) -> re.Pattern[str]:
    return re.compile("|".join(line(SHELF, key)), re.IGNORECASE)


@cache
def _opening(key: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:{'|'.join(line(SHELF, key))})", re.IGNORECASE)


def agrees(words: str) -> bool | None:
    """Whether a short word says yes or no to what we said back; None for anything longer."""
    short = words.strip(" 。，,.!！").lower()
    return (
        True
        if short in line(SHELF, "agrees")
        else False
        if short in line(SHELF, "denies")
        else None
    )


def not_sure(words: str) -> bool:
    return bool(_any("not_sure").search(words))


def no(words: str) -> str:
    """The words of a no at the beginning, or ""."""
    found = _opening("denial").match(words)
    return found[0] if found else ""


def yes(words: str) -> str:
    """The words of a yes at the beginning, or ""."""
    found = _opening("assent").match(words)
    return found[0] if found else ""


def beside(words: str, answer: str) -> str:
    """What is told besides the answer, without particles: nothing in 没有的, 存款 in 没有存款."""
    return _PARTICLES.sub("", words.replace(answer.strip(), "", 1))


def asks(words: str) -> bool:
    """Whether something is asked."""
    return bool(_any("asks").search(words))


def thanks(words: str) -> bool:
    return bool(_any("thanks").search(words))


def changed(words: str) -> bool:
    """Whether life has changed: a job, a death, a birth, a move."""
    return bool(_any("changed").search(words))


def of_a_job(words: str) -> bool:
    """Whether work is spoken of."""
    return bool(_any("of_a_job").search(words))


def person(words: str) -> str | None:
    """The relation of the first person named: self in 我自己, mother in 是我妈; None for nobody."""
    named = [m.relation for m in mentions(Message(words)) if m.sure or m.home]
    return named[0] if named else None

"""Whom something is about, asked where only the speaker can tell."""

from bot.message import Button
from bot.messages.relations import called
from locales import tr

OWN = {"self": "本人", "family": "全家"}
NOT_SURE = "?"
QUESTION = "这是说谁？"


def choices(between: tuple[str, ...], lang: str) -> tuple[Button, ...]:
    """The speaker first, then the people it may be about, then that he does not know."""
    people = dict.fromkeys(("self", *between))
    named = {who: _name(who, lang) for who in people}
    rows = [Button(name, "ask_whose", arg=who) for who, name in named.items() if name]
    return (*rows, Button(tr("不清楚", lang), "ask_whose", arg=NOT_SURE))


def _name(who: str, lang: str) -> str:
    return tr(OWN[who], lang) if who in OWN else called(who, lang)

"""At the door: where she stands is said, never held against her; pictures are kept for the helpers."""

from math import cos, hypot, radians
from typing import Any

from bot.dialogue import draft_of
from bot.handlers.common import case_of, mine, which_case
from bot.message import Incoming, Reply, reply
from bot.messages import arriving as words
from core.cases import photos
from core.city import here
from locales import tr

FAR_M = 3000


async def attachment(said: Incoming) -> Reply:
    """A place, a picture, a voice message: acknowledged; what counts is still a sentence."""
    case, lang = await which_case(said, mine(said)), mine(said).lang
    draft: dict[str, Any] = dict(await draft_of(said))
    text = words.voice(lang)
    if said.place:
        text = words.somewhere(lang)
        if case and (metres := metres_from(said.place, case.region)) is not None:
            draft = {**draft, "case": case.number, "distance_m": metres}
            place = here().place(case.region)
            text = words.distance(place.name if place else "", metres, lang, far=metres > FAR_M)
    elif said.file and case:
        text = words.photo(lang) if said.domestic else words.photo_abroad(lang)
        if said.domestic:
            await photos.want(case, mine(said), said.channel, said.file, key=said.key, at=said.at)
    elif said.file:
        text = words.photo_of_whom(lang)
    return reply(
        text, awaits="visit_words", about=case.number if case else "", draft=draft or None,
        keep_question=True,
    )  # fmt: skip


def metres_from(place: tuple[float, float], region: str) -> int | None:
    """Metres from the middle of the family's village or town, as the crow flies; None if unknown."""
    codes = (region[:length] for length in (14, 12, 9))
    known = (here().places.get(code) for code in codes)
    middle = next((p for p in known if p and p.lat is not None and p.lon is not None), None)
    if middle is None or middle.lat is None or middle.lon is None:
        return None
    across = (place[1] - middle.lon) * cos(radians(place[0]))
    return round(hypot(place[0] - middle.lat, across) * 111_200)


async def look(said: Incoming) -> Reply:
    """[看照片]: the newest picture, or the one after it; not to be passed on."""
    case, who = await case_of(said, "see_card"), mine(said)
    number = int(said.press.arg or 0) if said.press and (said.press.arg or "0").isdigit() else 0
    found = await photos.count(case)
    if number >= found:
        return Reply(toast=tr("没有照片了", who.lang), keep_question=True)
    message = words.picture(case, number, found, who.id, who.lang)
    return Reply(messages=(message,), toast=tr("马上来", who.lang), keep_question=True)

"""Pictures from a visit: asked for when a message names one, fetched later, stripped, sealed.

Only whoever works the case may look at them, and each look leaves a line in the trail. A picture that
would leave the country on its way is never fetched.
"""

import base64
from datetime import datetime

from core import audit
from core.access import Who, ask
from core.cases.doors import thing
from core.cases.stripping import BadPicture, strip
from core.clock import day_of
from core.drawing import Drawing
from core.store.casework import Case
from core.store.database import atomically
from core.store.helping import Photo

LIMIT = 5 << 20
TRIES = 8
WANTED, KEPT, REFUSED = "wanted", "kept", "refused"


async def want(case: Case, who: Who, channel: str, remote: str, *, key: str, at: datetime) -> None:
    """Note that there is a picture to fetch; the same message twice is one picture."""
    await Photo.get_or_create(
        key=key[:96],
        defaults={
            "case": case,
            "account_id": who.id,
            "channel": channel,
            "remote": remote[:255],
            "at": at,
        },
    )


async def waiting(channel: str, most: int = 20) -> list[Photo]:
    return await Photo.filter(state=WANTED, channel=channel).order_by("id").limit(most)


async def keep(photo: Photo, data: bytes) -> str:
    """Strip and seal what was fetched; returns its new state."""
    try:
        if len(data) > LIMIT:
            raise BadPicture
        kind, picture = strip(data)
    except BadPicture:
        return await _settle(photo, state=REFUSED)
    return await _settle(photo, state=KEPT, kind=kind, data=base64.b64encode(picture).decode())


async def failed(photo: Photo) -> str:
    """It could not be fetched: tried again some times, then given up."""
    tries = photo.tries + 1
    state = REFUSED if tries >= TRIES else WANTED
    return await _settle(photo, state=state, tries=tries)


async def _settle(photo: Photo, **changes: object) -> str:
    await atomically(lambda: Photo.filter(id=photo.id).update(**changes))
    return str(changes["state"])


async def count(case: Case) -> int:
    return await Photo.filter(case=case).exclude(state=REFUSED).count()


async def show(case: Case, number: int, who: Who, *, at: datetime) -> Drawing | None:
    """The *number*-th newest picture of a case, for whoever may work on it; else NotAllowed."""
    ask(who, "see_card", thing(case), day_of(at))
    photo = await Photo.filter(case=case, state=KEPT).order_by("-id").offset(number).first()
    if photo is None or photo.data is None:
        return None
    await atomically(lambda: audit.record(who.handle, "see_photo", case.number, at=at))
    data = base64.b64decode(photo.data)
    return Drawing(f"{case.number}-{photo.id}.{photo.kind}", data, is_picture=True)

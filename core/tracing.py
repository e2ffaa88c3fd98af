"""Which request a line of the log and a message belong to: from the alert to the visit to the whistle.

A request is one thing that came in or fell due: an update of a chat (`in7`), a slot of the timetable
(`sweep 2022-07-15T02:30`), what sensors told, a form of the desk. All that follows from it in the same
breath carries its name; the number of a case joins one request to the next.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from structlog.contextvars import bound_contextvars, get_contextvars

FROM_CHAT = "in"


@contextmanager
def request(name: str) -> Iterator[None]:
    """Everything inside belongs to the request of this name, made of ids of ours only."""
    with bound_contextvars(request=name):
        yield


def current() -> str:
    """The request under way, "" outside of any."""
    return str(get_contextvars().get("request", ""))


def update_under_way() -> int | None:
    """The stored update that is being handled, if that is what goes on."""
    name = current()
    number = name.removeprefix(FROM_CHAT)
    return int(number) if name.startswith(FROM_CHAT) and number.isdigit() else None

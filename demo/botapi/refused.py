"""How the service says no: an HTTP status, a sentence, sometimes when to come back."""

from typing import Any


class Refused(Exception):
    """The Bot API refuses the call, in the words the real service uses."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status, self.description, self.parameters = status, description, parameters

    def body(self) -> dict[str, Any]:
        told = {"ok": False, "error_code": self.status, "description": self.description}
        return told | ({"parameters": self.parameters} if self.parameters else {})


class Impossible(Exception):
    """A person cannot do this in the app: the button, the message or the chat is not there."""


def bad(why: str, **parameters: int) -> Refused:
    return Refused(400, f"Bad Request: {why}", **parameters)


def forbidden(why: str) -> Refused:
    return Refused(403, f"Forbidden: {why}")


def conflict(why: str) -> Refused:
    return Refused(409, f"Conflict: {why}")


def too_many(seconds: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

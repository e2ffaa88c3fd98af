"""What the page needs from whoever tells the story."""

from typing import Any, Protocol

EVENTS = ("find", "morning", "later", "reset")


class StoryControls(Protocol):
    """The story behind the buttons.

    `status()` is asked a few times a second and pushed to the page when it changed:

        clock  the story's time, as people read it: "2022年7月1日 周五 20:00"
        step   which button comes next: find, morning, later; "" while people are to act; "done"
        busy   True while something is still running
        hints  [{"chat": 11, "text": "点「我来」", "press": "我来"}]: what to do on which phone;
               *press* is the label of the button to point at (may be left out)
        note   one more sentence beside the buttons (may be left out)

    Every text may be a string or {"zh": …, "en": …}.
    """

    async def event(self, name: str) -> None:
        """One of EVENTS was asked for; returns when it has happened."""

    def status(self) -> dict[str, Any]:
        """Where the story stands."""

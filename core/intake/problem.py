"""What can be wrong with a whole file or with one cell, said so that a department can act."""

from dataclasses import dataclass


class FileProblem(ValueError):
    """A whole file cannot be taken; the sentence says what, why and what to do."""


class Held(FileProblem):
    """A file that could be read but waits until somebody has looked at it."""


class Unreadable(ValueError):
    """A cell does not say what its column asks for; the sentence says how to write it."""


@dataclass(frozen=True)
class Broken:
    """A line that does not fit under the header, with its cells as they came."""

    row: int
    cells: list[str]
    sentence: str

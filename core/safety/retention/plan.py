"""A plan of deletion: what would go, what must stay, and why. Counts only, nobody's content."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """One kind of thing: *what* for programs, *title* for people; *kept* stays, *because* says why."""

    what: str
    title: str
    count: int
    because: str
    kept: bool = False

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def __str__(self) -> str:
        verb = "留下" if self.kept else "删除"
        return f"{verb} {self.count}　{self.title}　（{self.because}）"


def worth_telling(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.count]

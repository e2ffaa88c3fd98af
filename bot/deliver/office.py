"""What the parts of one sender share: its channels and clock, its pace, whether it may send at all."""

from dataclasses import dataclass, field

from bot.channels import ANSWERED_WITHIN, Channel
from bot.pace import Pace
from core.clock import Clock
from core.drawing import Draw


@dataclass
class Office:
    """*epoch* fences a former sender; *leading*: this process sends, no other does; *broken*: the token
    was refused, keep everything, send nothing; *shaken*: the database was away, what is marked as under
    way may not be."""

    channels: dict[str, Channel]
    clock: Clock
    draw: Draw
    pace: Pace = field(default_factory=Pace)
    epoch: int = 0
    leading: bool = False
    broken: bool = False
    shaken: bool = False
    answered_within: float = ANSWERED_WITHIN

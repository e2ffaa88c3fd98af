"""What people write, understood: a worker's reply and a resident's message, with the words each reading came from.

Nothing here decides. What is read is shown and confirmed; what is not sure says so in `uncertain`.
"""

from core.language.reading.tokens import keep_cache_in
from core.language.resident.model import Contradiction, Resident
from core.language.resident.turns import understand as understand_resident
from core.language.worker.model import Help, Worker
from core.language.worker.read import read as understand_worker

__all__ = [
    "Contradiction",
    "Help",
    "Resident",
    "Worker",
    "keep_cache_in",
    "understand_resident",
    "understand_worker",
    "warm_up",
]


def warm_up() -> None:
    """Load words, weights and dictionary now (about a second) instead of with the first message."""
    understand_resident("你好")
    understand_worker("收到")

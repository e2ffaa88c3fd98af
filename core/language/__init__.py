"""What people write, understood: a worker's reply and a resident's message, with the words each reading came from.

Nothing here decides. What is read is shown and confirmed; what is not sure says so in `uncertain`.
"""

from core.language.resident.model import Resident
from core.language.resident.read import read as understand_resident
from core.language.worker.model import Worker
from core.language.worker.read import read as understand_worker

__all__ = ["Resident", "Worker", "understand_resident", "understand_worker"]

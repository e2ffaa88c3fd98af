"""Portraits as they were: one line whenever a family's portrait changed, none when it did not."""

from core.history.keeping import History
from core.history.turning import Turning, turnings

__all__ = ["History", "Turning", "turnings"]

"""五型三色: from the variables of households to types, colours, reasons and what to ask.

One folder a type, one file an indicator; a gate and the red floors beside them. `portrait` is
the whole calculation for a town or for one family in a chat.
"""

from core.portrait.engine import GREEN, NONE, POINT, RED, YELLOW, portrait
from core.portrait.model import Model, ModelError, current
from core.portrait.shelf import TYPES, indicators, types

__all__ = [
    "GREEN",
    "NONE",
    "POINT",
    "RED",
    "TYPES",
    "YELLOW",
    "Model",
    "ModelError",
    "current",
    "indicators",
    "portrait",
    "types",
]

"""Who belongs to a household (R-01): who could, who does, and who owes support from outside.

The register of households proposes, the town's list of a family on assistance decides, and what
happened since (death, prison, moving out) is taken off. Nobody is left out without evidence.
"""

from core.household.relation import RELATION, relation
from core.household.spine import Spine, spine

__all__ = ["RELATION", "Spine", "relation", "spine"]

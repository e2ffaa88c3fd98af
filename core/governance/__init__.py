"""Who may change how families are scored, and how: previewed on the town, signed by two people.

Weights and colour lines are data with a version. A new version is tried on the town as it is today,
says what it would change, and holds from the day its second signature is given or later; every day
before is judged by the model of that day.
"""

from core.governance.changing import NotReady, propose, refuse, sign
from core.governance.holding import governed, signed_models, with_models
from core.governance.trying import Tried, try_on

__all__ = [
    "NotReady",
    "Tried",
    "governed",
    "propose",
    "refuse",
    "sign",
    "signed_models",
    "try_on",
    "with_models",
]

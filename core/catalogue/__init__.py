"""What help exists: policies, projects, services and funds, one YAML file each.

`when` uses a closed vocabulary over household variables (at_least, at_most, is, one_of, any);
anything more complicated is a variable or an indicator in Python, and the file names it. Amounts
and capacities marked assumed are proposals a city replaces, never told as fact.
"""

from core.catalogue.offer import Offer, asked, conditions, fits, offers, tested

__all__ = ["Offer", "asked", "conditions", "fits", "offers", "tested"]

"""What help exists: policies, projects, services and funds, one YAML file each.

`when` uses a closed vocabulary over household variables (at_least, at_most, is, one_of, any);
anything more complicated is a variable or an indicator in Python, and the file names it. Amounts
and capacities marked assumed are proposals a city replaces, never told as fact.

    projects/              the 35 projects of the city
    funds/                 charity funds that are no project
    not_for_families.yaml  charity funds no family can be offered
"""

from core.catalogue.offer import Offer, alike, asked, conditions, fits, offers, tested

__all__ = ["Offer", "alike", "asked", "conditions", "fits", "offers", "tested"]

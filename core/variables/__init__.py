"""The seventy household variables the portrait, the monitors and the rules are written over.

One file per variable says what it is, where it comes from, what to ask when it is missing, and
how it is computed from the facts as of a day.
"""

from core.variables.engine.features import Features, features
from core.variables.engine.origin import classes_behind, columns_behind
from core.variables.engine.provenance import Evidence, provenance
from core.variables.engine.schema import person_schema, whole_schema
from core.variables.engine.shelf import household_schema, variables
from core.variables.engine.variable import Variable

__all__ = [
    "Evidence",
    "Features",
    "Variable",
    "classes_behind",
    "columns_behind",
    "features",
    "household_schema",
    "person_schema",
    "provenance",
    "variables",
    "whole_schema",
]

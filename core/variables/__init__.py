"""The seventy household variables the portrait, the monitors and the rules are written over.

One file per variable says what it is, where it comes from, what to ask when it is missing, and
how it is computed from the facts as of a day. It reads columns by name; these come from

    extracts/<class>.py    one class of data: its records to columns per person or per household
    persons/<column>.py    a column of a person from other columns (core/household: membership)
    homes/<column>.py      a column of a household between facts and variables
    engine/                how all of that becomes two frames

To add one, copy the most similar file. Nothing is registered; the order of evaluation follows from
the names an expression reads. A column that is not known is null, all the way.
"""

from core.variables.engine.features import Features, features
from core.variables.engine.origin import classes_behind, columns_behind, title_of
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
    "title_of",
    "variables",
    "whole_schema",
]

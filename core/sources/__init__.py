"""The catalogue of 188 classes of data from 42 departments, one file per class.

<department>/<class id>.yaml: title, grain, frequency, allowed lag, sensitivity, legal basis, what
the absence of a record means, who reads it, quality marks (done, todo, exempt with a reason), and
the fields with type, unit and how they are stored. envelope.yaml: the columns every record has.

Absence: a class that records *decisions, payments, calls, memberships* completely says "no" when
a fresh delivery has no record; a class that *measures* (ability, safety of a house, readings) or
misses other provinces says "unknown". The list is assumed until the departments confirm it.
"""

from core.sources.catalogue import ENVELOPE, BadSource, Field, Source, envelope, sources

__all__ = ["ENVELOPE", "BadSource", "Field", "Source", "envelope", "sources"]

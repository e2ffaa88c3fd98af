"""Who is who: records of 188 classes brought together to persons, as of a day, without names in clear.

    keys.py        blind keys of name and birth date; stand-ins for people without number
    register.py    the register of residents, to which everybody is matched
    numbers.py     by ID number and mark; numbers that were corrected
    names.py       by name, birth date and village, where there is no number
    births.py      newborns, by mother and date of birth
    decisions.py   what people decided, dated
    groups.py, matching.py    pairs → groups → one mark a person
    facts.py, view.py, met.py, kept.py    facts and views that know it, and what is kept of it

Every pair has one of three answers: same, different, not sure. Only "same" joins records; what is
not sure waits for a person (jpf match) and is never joined by itself.
"""

from core.matching.decisions import Decision
from core.matching.facts import MatchedFacts
from core.matching.matching import Matching
from core.matching.pairs import WHY, number_of
from core.matching.view import MatchedView

__all__ = ["WHY", "Decision", "MatchedFacts", "MatchedView", "Matching", "number_of"]

"""Who is entitled to what: 34 rule cards, each dated and sourced; yes, no or cannot tell.

A rule is two files: `dibao.py` holds its conditions as expressions over facts, its amount and its
examples; `dibao.yaml` holds its words. `facts/` is the closed vocabulary with the questions. The
same expressions answer one person in a chat and a whole city.
"""

from core.rules.engine.asking import Next, next_question
from core.rules.engine.eligible import Verdicts, eligible
from core.rules.engine.known import known, with_told
from core.rules.engine.shelf import Rule, about, rules, vocabulary
from core.rules.engine.stated import Facts, Person, stated
from core.rules.engine.take_up import (
    City,
    TakeUp,
    city_facts,
    entitlements,
    missing_benefits,
    take_up,
    verdicts,
)
from core.rules.engine.telling import AS_DECIDED, FIRST_LOOK, said
from core.rules.engine.values import BadFact, Range
from core.rules.engine.verdict import Because, Sum, Verdict, papers_for

__all__ = [
    "AS_DECIDED",
    "FIRST_LOOK",
    "BadFact",
    "Because",
    "City",
    "Facts",
    "Next",
    "Person",
    "Range",
    "Rule",
    "Sum",
    "TakeUp",
    "Verdict",
    "Verdicts",
    "about",
    "city_facts",
    "eligible",
    "entitlements",
    "known",
    "missing_benefits",
    "next_question",
    "papers_for",
    "rules",
    "said",
    "stated",
    "take_up",
    "verdicts",
    "vocabulary",
    "with_told",
]

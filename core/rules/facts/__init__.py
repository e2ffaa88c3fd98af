"""What the rules may ask about: a closed vocabulary of facts of a household and of a person.

One file per fact: what it is, its type, under which names others tell it, and the one question
that settles it. `together/` holds questions that settle several facts at once. Money is in fen,
shares in basis points; null is "cannot tell".
"""

from core.rules.facts.fact import Answer, Fact, Question, facts, held, questions

__all__ = ["Answer", "Fact", "Question", "facts", "held", "questions"]

"""How the shelves of facts and rules become verdicts, questions and a city's take-up."""

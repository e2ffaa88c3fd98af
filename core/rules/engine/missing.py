"""Which facts are missing: those the open tests read, in terms of what people can be asked."""

from collections.abc import Iterator, Mapping, Sequence

from core.rules.engine.logic import Truth, open_tests, told
from core.rules.engine.plan import Compiled, Plan
from core.rules.engine.shelf import vocabulary
from core.rules.engine.when import Known, holds, is_point


def missing(
    compiled: Compiled, answers: Mapping[str, Sequence[Truth]], known: Known, plan: Plan
) -> tuple[str, ...]:
    """The facts that would decide an undecided rule, in the order of its conditions.

    What is known as a range is asked for again only where nothing else is missing.
    """
    found: list[str] = []
    for name, need in compiled.needs.items():
        if told(need.holds, answers[name]) is not None:
            continue
        tests = compiled.test_names(name)
        for number in open_tests(need.holds, answers[name]):
            wanted = [f for c in plan.reads[tests[number]] for f in _of(c, known, plan)]
            unknown = [f for f in wanted if known(f) is None]
            found += unknown or wanted
    return tuple(dict.fromkeys(found))


def _of(column: str, known: Known, plan: Plan) -> Iterator[str]:
    """What to ask so that *column* becomes known."""
    if column in plan.derived:
        if is_point(known(column)):
            return
        for entry in plan.asks.get(column, ()):
            names, _, test = entry.partition(" if ")
            if not test or holds(test, known) is not False:
                yield from _first_open(names.split("|"), known)
    elif not is_point(known(column)):
        fact = vocabulary()[column]
        others = [name for name in fact.instead if not is_point(known(name))]
        yield from [column] if fact.question is not None or not others else others


def _first_open(alternatives: list[str], known: Known) -> Iterator[str]:
    """One of several facts is enough: nothing where one is known, else the first to ask."""
    if not any(is_point(known(name)) for name in alternatives):
        told_ = [name for name in alternatives if known(name) is not None]
        yield (told_ or alternatives)[0]

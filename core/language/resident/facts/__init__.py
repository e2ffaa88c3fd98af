"""Facts said of people: one module per family of facts, each a function of the scene."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from core.language.resident.facts import (
    ages,
    disability,
    flags,
    household,
    illness,
    mates,
    money,
    receives,
    residence,
    study,
    work,
)
from core.language.resident.scene import Fact, Scene

READERS: tuple[Callable[[Scene], Iterator[Fact]], ...] = (
    household.read,
    ages.read,
    flags.read,
    mates.read,
    disability.read,
    illness.read,
    study.read,
    work.read,
    money.read,
    receives.read,
    residence.read,
)


def told(scene: Scene) -> list[Fact]:
    """Every fact of the message, in the order of the text."""
    found = [_placed(scene, fact) for read in READERS for fact in read(scene)]
    return sorted(found, key=lambda f: (f.start, f.end))


def _placed(scene: Scene, fact: Fact) -> Fact:
    """The fact with the note whether its owner is named in the same clause."""
    if fact.owner is None:
        return fact
    clause = scene.message.clause(fact.start)
    return replace(fact, near=True) if clause.start <= fact.owner.start < clause.end else fact

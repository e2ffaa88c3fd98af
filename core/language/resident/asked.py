"""Whom the question is asked for: 能给姑父装吗, 弟弟的学费能免点吗, 他还能拿吗."""

from collections.abc import Iterator

from core.language.reading.kinship import Mention
from core.language.reading.message import Clause
from core.language.reading.shelf import line
from core.language.resident.scene import Scene

ASKING = ("resident/intents/can", "resident/intents/how", "resident/intents/apply")
GRAMMAR = "resident/grammar"
SPEAKER = ("self", "family")
_FOR = ("给", "帮", "替", "为", "让", "代")
_OWN = ("的", "这", "自己", "本人", "名下")


def asked_for(scene: Scene) -> Iterator[tuple[str, str]]:
    """What speaks for whom: the mark and the relation."""
    asks = [hit.start for family in ASKING for hit in scene.hits[family]]
    clauses = scene.message.clauses
    if not clauses:
        return
    place = max(asks, default=clauses[-1].start)
    clause = scene.message.clause(place)
    here = scene.cast.inside(clause)
    for m in scene.cast.mentions:
        if m.relation not in SPEAKER:
            yield from _beside(scene, m, m in here)
    if not here:
        yield from _gone_on(scene, clause)
        return
    subject = _subject(here, place)
    yield "asked_of", subject.relation
    if scene.text.startswith(_OWN, subject.end):
        yield "asked_own", subject.relation
    if asks and subject.start <= place:
        yield "asked_before", subject.relation


def _beside(scene: Scene, mention: Mention, in_question: bool) -> Iterator[tuple[str, str]]:
    """What stands before and behind one person: 替他报, 想打听我爸, 困难的是我爸."""
    before = scene.text[max(0, mention.start - 3) : mention.start]
    if before.endswith(_FOR):
        yield "asked_given" if in_question else "given", mention.relation
        if any(
            scene.text.startswith(line(GRAMMAR, "wants"), at)
            for at in range(mention.end, mention.end + 4)
        ):
            yield "acted_for", mention.relation
            if scene.text[mention.start] == "我" and before[-1] in "替帮代":
                yield "acted_for_mine", mention.relation
    elif before.endswith(line(GRAMMAR, "about_whom")):
        yield "about_whom", mention.relation
    elif before.endswith(line(GRAMMAR, "cleft")):
        yield "cleft", mention.relation


def _gone_on(scene: Scene, clause: Clause) -> Iterator[tuple[str, str]]:
    """他低保拿着的，护理补贴可以拿吗: the question goes on about the one before it."""
    last = scene.cast.subject_before(clause.start)
    if last is not None:
        yield "asked_on", last.relation


def _subject(here: list[Mention], place: int) -> Mention:
    """The last person before the question, else the first one behind it."""
    before = [m for m in here if m.start <= place]
    return before[-1] if before else here[0]

"""What speaks for each person of a message being the one the question is about.

Every candidate carries named marks; learned weights say how much each mark counts. A mark with
& holds of the whole message and is told apart by what kind of person the candidate is.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from core.language.reading.rules import Hit
from core.language.reading.shelf import line, read, words
from core.language.resident.asked import GRAMMAR, SPEAKER, asked_for
from core.language.resident.collect import HOUSEHOLD, key_of, settled
from core.language.resident.facts.money import SOLE
from core.language.resident.scene import Fact, Scene
from core.language.resident.sorts import Candidate, kind_of, table

_PLACES = ("town", "hukou_local")
_FAR, _TITLES = ("neighbour", "villager"), "伯婆公妈爷娘姨叔婶嫂头太姐哥孩娃口户"
_SURE = ("asked_given", "acted_for", "asked_own", "about_whom", "cleft")
_MILD = frozenset(("age", "income", "stage"))
_COUNT = re.compile(r"[一两俩三四2-4]个?$")
_COUPLE = re.compile("两口子|夫妻|我们两|两个人|老两口|二老|我们俩|我[和跟]老")


class Marks:
    """The marks of every candidate of one message; None stands for nobody."""

    def __init__(self, scene: Scene, facts: list[Fact], about: list[Hit]) -> None:
        self.scene, self.facts, self.about = scene, facts, about
        self.mentions = scene.cast.mentions
        self.personal = [f for f in facts if f.key not in HOUSEHOLD and not settled(f)]
        self.own = Counter(key_of(f)[0] for f in self.personal)

    def of_all(self, intent: str) -> dict[Candidate, frozenset[str]]:
        """Every candidate with its marks."""
        whole = self._whole()
        situation = [*self._situation(), f"intent={intent}", whole, f"{intent} {whole}"]
        people = self.candidates()
        of_kind = {
            kind: [f"{mark}&{kind}" for mark in situation] for kind in set(map(kind_of, people))
        }
        return {who: frozenset((*of_kind[kind_of(who)], *self._of(who))) for who in people}

    def certain(self) -> str | None:
        """The one thing is asked for, where more is told of that person, or 我 says whose kin: 替我丈母娘问."""
        found = {who for mark, who in self._asked if mark in _SURE and self.own[who]}
        found |= {who for mark, who in self._asked if mark == "acted_for_mine"}
        return found.pop() if len(found) == 1 else None

    def cued(self, who: Candidate) -> frozenset[str]:
        """The marks of the one the plain cues speak for."""
        return frozenset(("cued", f"cued&{kind_of(who)}"))

    def candidates(self) -> list[Candidate]:
        named = dict.fromkeys(m.relation for m in self.mentions)
        return [None, *dict.fromkeys((*SPEAKER, *named))]

    def _of(self, who: Candidate) -> Iterator[str]:
        kind = kind_of(who)
        yield f"kind={kind}"
        for mark in self._beside(who, kind):
            yield f"{mark}&{kind}"
        if who is not None:
            for mark in (*self._as_named(who), *self._as_told(who, kind)):
                yield mark
                yield f"{mark}&{kind}"

    def _situation(self) -> Iterator[str]:
        """What holds of the message as a whole."""
        kin = {m.relation for m in self.mentions if m.relation not in SPEAKER}
        home = {m.relation for m in self.mentions if m.relation in SPEAKER}
        shared = sum(f.key in HOUSEHOLD for f in self.facts)
        adults = sum(kind_of(who) != "young" for who in self.own)
        yield f"told={min(len(self.personal), 2)}"
        yield f"owners={min(len(self.own), 3)}"
        yield f"adults={min(adults, 3)}"
        yield f"shared={min(shared, 3)}"
        yield f"kin={min(len(kin), 2)}"
        yield f"unowned={min(sum(f.owner is None for f in self.personal), 2)}"
        for holds, mark in (
            (self.facts, "facts"),
            (any(f.key == "household_size" for f in self.facts), "size"),
            (SOLE.search(self.scene.text), "sole"),
            (_COUPLE.search(self.scene.text), "couple"),
            (any(h.name == "funeral" for h in self.about), "funeral"),
            (self.facts and all(f.key in _PLACES for f in self.facts), "place_only"),
            ("self" not in home, "no_me"),
            ("family" not in home, "no_home"),
        ):
            if holds:
                yield mark

    def _whole(self) -> str:
        """In one word: is anything told, of anybody; are kin named, the speaker, the household."""
        kin = {m.relation for m in self.mentions if m.relation not in SPEAKER and m.sure | m.home}
        vague = any(m.relation not in SPEAKER and not m.sure | m.home for m in self.mentions)
        home = {m.relation for m in self.mentions} & set(SPEAKER)
        told = f"{min(len(self.personal), 1)}{min(len(self.facts), 1)}"
        return f"{told}{min(len(kin), 2)}{'v' * vague}{''.join(sorted(home))}"

    def _beside(self, who: Candidate, kind: str) -> Iterator[str]:
        """What is told of the speaker beside the candidate."""
        if who not in (None, "self"):
            yield f"self={min(self.own['self'], 2)}"
        if kind == "young" and sum(kind_of(other) == "young" for other in self.own) > 1:
            yield "many_young"

    def _as_named(self, who: str) -> Iterator[str]:
        """How the candidate is named."""
        mine = [m for m in self.mentions if m.relation == who]
        if not mine:
            yield "unnamed"
            return
        first, text = mine[0], self.scene.text
        kin = next((m.relation for m in self.mentions if m.relation not in SPEAKER), None)
        before, after = text[max(0, first.start - 2) : first.start], text[first.end :]
        yield "named"
        yield f"says={after[:1]}"
        yield f"says={after[:2]}"
        yield f"led={before[-1:]}"
        yield f"clause={min(self.scene.message.clause_index(first.start), 2)}"
        for holds, mark in (
            (who == kin, "first_kin"),
            (self.mentions[0].relation == who, "first"),
            (first.start <= 2, "opens"),
            (any(m.sure or m.home for m in mine), "sure"),
            (len(mine) > 1, "again"),
            (who in _FAR and text[first.end - 1] in _TITLES, "titled"),
            (after.startswith(line(GRAMMAR, "only_named")), "only_named"),
            (self.scene.cast.dead(first), "dead"),
            (self.scene.cast.absent(first), "absent"),
            (before.endswith(line(GRAMMAR, "cared")), "cared"),
            (before.endswith(line(GRAMMAR, "with")), "with"),
            (_COUNT.search(text, 0, first.start), "counted"),
        ):
            if holds:
                yield mark

    def _as_told(self, who: str, kind: str) -> Iterator[str]:
        """What is told and asked of the candidate."""
        mine = [f for f in self.personal if key_of(f)[0] == who]
        yield f"mine={min(len(mine), 3)}"
        for mark, asked in self._asked:
            if asked == who:
                yield mark
                yield f"{mark}{'+' if mine else '-'}"
        sorts = {table("sorts").get(f.key, "fact") for f in mine}
        yield from (f"has={sort}" for sort in sorts)
        for holds, mark in (
            (mine and len(mine) == max(self.own.values()), "most"),
            (mine and len(mine) == len(self.personal), "all"),
            (mine and mine[0] is self.personal[0], "told_first"),
            (kind == "young" and sorts and sorts <= {"stage", "age"}, "only_schooled"),
            (who in self._needy, "needy"),
            (who == self._last_subject, "last"),
            (self._ill == {who}, "only_ill"),
            (mine and sorts <= _MILD and self._ill and who not in self._ill, "beside_ill"),
            (sorts & self._sorts_asked, "fits"),
            (self._sorts_asked and sorts and not sorts & self._sorts_asked, "fits_not"),
        ):
            if holds:
                yield mark

    @cached_property
    def _asked(self) -> frozenset[tuple[str, str]]:
        return frozenset(asked_for(self.scene))

    @cached_property
    def _last_subject(self) -> Candidate:
        """Whom the last clause speaks of."""
        clauses = self.scene.message.clauses
        here = self.scene.cast.inside(clauses[-1]) if clauses else []
        subject = (
            here[0]
            if here
            else self.scene.cast.subject_before(clauses[-1].start)
            if clauses
            else None
        )
        return subject.relation if subject else None

    @cached_property
    def _sorts_asked(self) -> frozenset[str]:
        """The sorts of facts that belong to what is asked: a stage of school to help with school."""
        found = [words(read(GRAMMAR)["asked_for"].get(h.name, "")) for h in self.about]
        return frozenset(sort for sorts in found for sort in sorts)

    @cached_property
    def _ill(self) -> set[str]:
        """Who is told to be ill or disabled."""
        sorts = table("sorts")
        return {key_of(f)[0] for f in self.personal if sorts.get(f.key) == "ill"}

    @cached_property
    def _needy(self) -> frozenset[str]:
        """Whose needs are told."""
        needs = [h for h in self.scene.hits["resident/topics"] if h.rule.data.get("how") == "need"]
        owners = [self.scene.cast.owner(h.start, h.end) for h in needs]
        return frozenset(o.relation for o in owners if o is not None)

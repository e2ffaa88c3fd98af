"""What somebody told in one conversation, kept between messages as plain JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from core.language import Resident
from core.rules import Facts, stated, with_told


@dataclass(frozen=True)
class Inquiry:
    """*told* and *others* in the words of understanding, *answers* in those of the rules.

    An answer about a further person carries his place: `age@1`. *asked* are the questions put
    already, *texts* what was said, word for word.
    """

    told: Mapping[str, Any] = field(default_factory=dict)
    others: tuple[Mapping[str, Any], ...] = ()
    topics: tuple[str, ...] = ()
    answers: Mapping[str, Any] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    unsure: int = 0  # how often he did not know

    @classmethod
    def from_json(cls, raw: Mapping[str, Any] | None) -> "Inquiry":
        kept: Mapping[str, Any] = raw or {}
        return cls(
            told=dict(kept.get("told", {})),
            others=tuple(kept.get("others", ())),
            topics=tuple(kept.get("topics", ())),
            answers=dict(kept.get("answers", {})),
            asked=tuple(kept.get("asked", ())),
            texts=tuple(kept.get("texts", ())),
            unsure=int(kept.get("unsure", 0)),
        )

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def heard(self, said: Resident, words: str) -> "Inquiry":
        """With one more message; what is said now goes before what was said then."""
        told = {**self.told, **said.facts}
        if "funeral" in said.topics:  # who asks for a funeral has lost somebody
            told.setdefault("deceased", True)
        if "relation" in self.told and said.facts and "relation" not in said.facts:
            told["relation"] = self.told["relation"]
        return replace(
            self,
            told=told,
            others=_merged(self.others, said.others),
            topics=tuple(said.topics) or self.topics,
            answers={k: v for k, v in self.answers.items() if k not in said.facts},
            texts=(*self.texts, words),
        )

    def answered(self, values: Mapping[str, Any], person: int, words: str) -> "Inquiry":
        """With the answer to a question about the *person* of that place."""
        mark = f"@{person}" if person else ""
        given = {f"{fact}{mark}": value for fact, value in values.items()}
        return replace(
            self,
            answers={**self.answers, **given},
            texts=(*self.texts, words),
            unsure=self.unsure + (not values),
        )

    def put(self, key: str) -> "Inquiry":
        """With a question put."""
        return self if key in self.asked else replace(self, asked=(*self.asked, key))

    def facts(self, known: Facts | None = None) -> Facts:
        """All of it as facts, on top of what departments *known* of a family."""
        told, others = dict(self.told), [dict(one) for one in self.others]
        found = with_told(known, told) if known else stated({"facts": told, "others": others})
        for person in range(len(found.people)):
            if mine := self._answers_of(person):
                found = with_told(found, mine, person)
        return found

    def _answers_of(self, person: int) -> dict[str, Any]:
        mark = f"@{person}" if person else ""
        split = ((*name.partition("@"), value) for name, value in self.answers.items())
        return {fact: value for fact, at, place, value in split if at + place == mark}


def _merged(
    before: tuple[Mapping[str, Any], ...], now: tuple[dict[str, Any], ...]
) -> tuple[Mapping[str, Any], ...]:
    """People by their relation; the same relation again says more of the same person."""
    people = {str(one.get("relation")): dict(one) for one in before}
    for one in now:
        people.setdefault(str(one.get("relation")), {}).update(one)
    return tuple(people.values())

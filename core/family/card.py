"""The portrait card of one family: what is on it, for whom, in the reader's language."""

from datetime import date, datetime

from core.catalogue.offer import Offer
from core.city import City, Standards
from core.city.english import address, spoken
from core.clock import local
from core.family.matters import Matters, ToDo
from core.family.members import Member
from core.family.people import benefits, care_word, work_word
from core.family.portrayed import Portrayed
from core.portrait.engine import GREEN, RED, YELLOW
from core.portrait.explain import Because
from core.portrait.explain import Reading as Said
from core.portrait.shelf import Type, types
from core.render.data import Action, Card, Colour, Evidence, Mark, Opened, Person, Reading
from core.sources import sources
from core.variables import variables
from locales import tr

COLOURS: dict[int, Colour] = {GREEN: "green", YELLOW: "yellow", RED: "red"}
BY_NAME: dict[str, Colour] = {"红": "red", "黄": "yellow", "绿": "green"}
MOST_ACTIONS = 3
WHOSE = {"town": "the town", "village": "the village"}
OLDER, SAME, YOUNGER = ("父亲", "母亲", "祖父", "祖母"), ("丈夫", "妻子"), ("儿子", "女儿")


def card_of(
    told: Portrayed,
    matters: Matters,
    city: City,
    opened: Opened,
    *,
    lang: str = "zh",
    before: dict[str, Mark] | None = None,
) -> Card:
    """The card as *opened*; *before* gives the colours at the time the case opened."""
    std = city.standards(told.at)
    return Card(
        code=matters.number or told.household,
        head=told.head,
        size=len(told.members),
        place=address(city, told.region, lang),
        day=told.at,
        departments=len(told.departments),
        opened=opened,
        readings=readings(told, city, std, lang, before or {}),
        generations=generations(told, lang),
        actions=tuple(_actions(told, matters, city, lang)),
        unknown=_unknown(told, lang),
    )


def readings(
    told: Portrayed, city: City, std: Standards, lang: str, before: dict[str, Mark]
) -> tuple[Reading, ...]:
    """All five types in order; those that surely do not hold have neither score nor colour."""
    said = {reading.letter: reading for reading in told.readings}
    return tuple(
        _reading(told, said.get(kind.letter), kind, city, std, lang, before)
        for kind in types(std.at)
    )


def _reading(
    told: Portrayed,
    said: Said | None,
    kind: Type,
    city: City,
    std: Standards,
    lang: str,
    before: dict[str, Mark],
) -> Reading:
    letter, title = kind.letter, kind.title(lang)
    yellow, red = std.integer(f"{letter}_yellow"), std.integer(f"{letter}_red")
    was = before.get(letter)
    if said is None:
        return Reading(name=title, gate=False, before=was, yellow_from=yellow, red_from=red)
    sure = said.gate is True
    return Reading(
        name=title,
        gate=said.gate,
        low=said.score[0],
        high=said.score[1],
        colour_low=COLOURS.get(said.colour_low) if sure else None,
        colour_high=COLOURS.get(said.colour_high),
        labels=tuple(
            evidence(told, because, city, lang) for because in said.because if because.level[0]
        ),
        floors=said.floors,
        before=was,
        yellow_from=yellow,
        red_from=red,
    )


def evidence(told: Portrayed, because: Because, city: City, lang: str = "zh") -> Evidence:
    """A label with its reason, the day and the department of its newest piece."""
    pieces = [p for name in because.values for p in told.evidence.get(name, [])]
    newest = max(pieces, key=lambda p: (p.data_date or date.min, p.class_id), default=None)
    return Evidence(
        label=because.label,
        why=because.title,
        day=newest.data_date if newest else None,
        department=department(city, newest.class_id, lang) if newest else "",
        points=because.points[0],
    )


def department(city: City, class_id: str, lang: str = "zh") -> str:
    return spoken(city, sources()[class_id].department, lang)


def generations(told: Portrayed, lang: str) -> tuple[tuple[Person, ...], ...]:
    """The family from the oldest to the youngest, couples side by side."""
    members = told.members
    older = [m for m in members if m.relation in OLDER]
    same = [m for m in members if m.is_head or m.relation in SAME]
    rest = [m for m in members if m not in older and m not in same]
    return tuple(tuple(_person(m, told, lang) for m in row) for row in (older, same, rest) if row)


def _person(member: Member, told: Portrayed, lang: str) -> Person:
    known = told.persons.get(member.person, {})
    work, care = work_word(known, lang), care_word(known, lang)
    return Person(
        name=member.name,
        relation=tr(member.relation, lang) if member.relation else "",
        age=member.age,
        head=member.is_head,
        spouse=member.relation in SAME,
        note=work,
        health=("；" if lang != "en" else "; ").join(word for word in (care, work) if word),
        benefit=benefits(known, lang),
    )


def _actions(told: Portrayed, matters: Matters, city: City, lang: str) -> list[Action]:
    """What is to be done next: open tasks of the case, else the first suggestions."""
    colour = BY_NAME.get(matters.colour)
    open_ = [todo for todo in matters.todos if not todo.done][:MOST_ACTIONS]
    if open_:
        return [_action(todo, colour, lang) for todo in open_]
    within = tr("{days} 天内", lang)
    return [
        Action(
            what=s.offer.title_en if lang == "en" else s.offer.title,
            who=offered_by(s.offer, city, lang),
            due=within.format(days=s.offer.days),
        )
        for s in told.suggestions[:MOST_ACTIONS]
    ]


def offered_by(offer: Offer, city: City, lang: str) -> str:
    """Who gives it: in the words of the catalogue, in English by the units' names."""
    if lang != "en":
        return offer.by
    names = (WHOSE.get(unit) or spoken(city, unit, lang) for unit in offer.units)
    return ", ".join(dict.fromkeys(names)) or offer.by


def _action(todo: ToDo, colour: Colour | None, lang: str) -> Action:
    return Action(what=todo.what, who=todo.who, due=due_words(todo.due, lang), colour=colour)


def due_words(due: datetime | None, lang: str) -> str:
    if due is None:
        return ""
    here = local(due)
    if lang == "en":
        return f"by {here.day} {here:%b}"
    return f"{here.month} 月 {here.day} 日前"


def _unknown(told: Portrayed, lang: str) -> str:
    """One line: the first thing that is not known and matters."""
    names = [name for reading in told.readings for name in reading.missing]
    if not names:
        return ""
    first = variables()[names[0]]
    return first.title_en if lang == "en" else first.title

"""The portrait card of one family: what is on it, for whom, in the reader's language."""

from datetime import datetime

from core.catalogue.offer import Offer
from core.city import City, Standards
from core.city.english import address, spoken
from core.clock import local
from core.family.matters import Matters, ToDo
from core.family.members import Member
from core.family.people import benefits, care_word, work_word
from core.family.portrayed import Portrayed
from core.family.worded import record, shown, title
from core.portrait.engine import GREEN, RED, YELLOW
from core.portrait.explain import Because
from core.portrait.explain import Reading as Said
from core.portrait.shelf import Type, types
from core.render.data import Action, Card, Colour, Evidence, Mark, Opened, Person, Reading
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
        suggested=not _open(matters),
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
    """A label with what was read, the day and the department of its newest record."""
    behind = record(told, because.values, city, lang)
    return Evidence(
        label=because.label,
        why=_why(because, lang, silent=bool(behind and behind.silent)),
        day=behind.day if behind else None,
        department=behind.department if behind else "",
        points=because.points[0],
    )


def _why(because: Because, lang: str, *, silent: bool) -> str:
    """What the label means, and the values it was given for."""
    values = {name: shown(name, value, lang) for name, value in because.values.items()}
    read = [f"{title(name, lang)} {words}" for name, words in values.items() if words]
    said = tr("、", lang).join(read)
    if silent:
        said = tr("没有这样的记录", lang)
    return f"{because.title}{tr('：', lang)}{said}" if said else because.title


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
        relation=tr(member.relation, lang).lower() if member.relation else "",
        age=member.age,
        head=member.is_head,
        spouse=member.relation in SAME,
        note=work,
        health=tr("；", lang).join(word for word in (care, work) if word),
        benefit=benefits(known, lang),
    )


def _open(matters: Matters) -> list[ToDo]:
    return [todo for todo in matters.todos if not todo.done][:MOST_ACTIONS]


def _actions(told: Portrayed, matters: Matters, city: City, lang: str) -> list[Action]:
    """What is to be done next: open tasks of the case, else the first suggestions."""
    if open_ := _open(matters):
        return [Action(what=t.what, who=t.who, due=due_words(t.due, lang)) for t in open_]
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


def due_words(due: datetime | None, lang: str) -> str:
    if due is None:
        return ""
    here = local(due)
    if lang == "en":
        return f"by {here.day} {here:%b}"
    return f"{here.month} 月 {here.day} 日前"


def _unknown(told: Portrayed, lang: str) -> str:
    """One line: the question that would settle most."""
    return next((tr(variables()[name].ask, lang) for name in missing(told)), "")


def missing(told: Portrayed) -> list[str]:
    """Every variable that is not known and matters, what would settle most first."""
    lacking = dict.fromkeys(name for reading in told.readings for name in reading.missing)
    best = [q.variable for q in told.questions if q.variable in lacking]
    return list(dict.fromkeys([*best, *lacking]))

"""一户一册: one family's booklet, every label with its evidence, what is unknown, what is being done."""

from core.city import City
from core.family.card import card_of, missing, offered_by
from core.family.matters import Matters, Told
from core.family.portrayed import CHEAPEST, Portrayed, typed
from core.family.receiving import received
from core.family.worded import record, shown, title
from core.portrait.explain import colour_words
from core.render.data import (
    Booklet,
    Change,
    Event,
    Fact,
    Help,
    Mark,
    Moment,
    Opened,
    Question,
    Suggestion,
)
from core.variables import variables
from locales import tr

RULES = "2022-05-18"
SHEETS = {
    "income": ("status", "pc_income", "labor_income_share", "liquid_pc", "asset_income_m",
               "rigid_share"),
    "health": ("n_disabled_full", "n_disabled_semi", "n_severe_dis", "n_major_ill", "carer",
               "n_care_services"),
    "labour": ("n_labor", "n_employed", "grad_idle_months", "skill", "trained_12m",
               "job_registered"),
    "housing": ("housing_grade", "homeless_or_rent", "hazard_open", "utility_cut", "kwh_month"),
}  # fmt: skip
MOMENTS: dict[str, Moment] = {"alert": "alert", "visit": "visit", "help": "help", "check": "check"}


def booklet_of(
    told: Portrayed,
    matters: Matters,
    city: City,
    opened: Opened,
    *,
    lang: str = "zh",
    before: dict[str, Mark] | None = None,
    changes: tuple[Change, ...] = (),
) -> Booklet:
    """The booklet as *opened*; *changes* are the types that moved since the case opened."""
    return Booklet(
        card=card_of(told, matters, city, opened, lang=lang, before=before),
        made=opened.at.replace(microsecond=0),
        data_until=told.at,
        rules=RULES,
        sentence=_sentence(told, matters, lang),
        unknown=tuple(_questions(told, lang)),
        benefits=received(told, city, lang),
        help=tuple(Help(day=g.day, what=g.what, who=g.who, result=g.result) for g in matters.given),
        suggestions=tuple(_suggestions(told, city, lang)),
        timeline=tuple(_timeline(told, matters, changes, lang)),
        **{sheet: _facts(told, names, city, lang) for sheet, names in SHEETS.items()},
    )


def _sentence(told: Portrayed, matters: Matters, lang: str) -> str:
    """One sentence a stranger understands: how many, which types, what is going on."""
    form = "{title} ({colour})" if lang == "en" else "{title}（{colour}）"
    kinds = tr("、", lang).join(
        form.format(title=r.title, colour=colour_words(r.colour_low, r.colour_high, lang))
        for r in typed(told)
    )
    size = len(told.members)
    if not kinds:
        return tr("一家 {n} 口人，眼下不属于哪一型。", lang, n=size)
    doing = tr("现在有人在帮。", lang) if any(not t.done for t in matters.todos) else ""
    return tr("一家 {n} 口人：{kinds}。{doing}", lang, n=size, kinds=kinds, doing=doing)


def _facts(told: Portrayed, names: tuple[str, ...], city: City, lang: str) -> tuple[Fact, ...]:
    return tuple(_fact(told, name, city, lang) for name in names)


def _fact(told: Portrayed, name: str, city: City, lang: str) -> Fact:
    behind = record(told, [name], city, lang)
    return Fact(
        name=title(name, lang),
        value=shown(name, told.values.get(name), lang),
        department=behind.department if behind else "",
        day=behind.day if behind else None,
        note=tr("没有这样的记录", lang) if behind and behind.silent else "",
    )


def _questions(told: Portrayed, lang: str) -> list[Question]:
    """Everything missing, what would settle most first."""
    return [
        Question(what=title(n, lang), whom=_whom(n, lang), ask=tr(variables()[n].ask, lang))
        for n in missing(told)
    ]


def _whom(name: str, lang: str) -> str:
    """Who could tell, the cheapest first; what a visit can settle too says so."""
    first, *others = variables()[name].effort
    also = first == "department" and "visit" in others
    return tr("先查部门数据，上门也能问" if also else CHEAPEST[first], lang)


def _suggestions(told: Portrayed, city: City, lang: str) -> list[Suggestion]:
    return [
        Suggestion(
            kind="service" if s.offer.is_service else "material",
            what=s.offer.title_en if lang == "en" else s.offer.title,
            who=offered_by(s.offer, city, lang),
            days=s.offer.days,
            papers=tr("、", lang).join(tr(paper, lang) for paper in s.offer.documents),
            why=s.offer.why_en if lang == "en" else s.why,
        )
        for s in told.suggestions
    ]


def _timeline(
    told: Portrayed, matters: Matters, changes: tuple[Change, ...], lang: str
) -> list[Event]:
    """What happened, and at the end how the portrait differs from the day the case opened."""
    happened = [
        Event(day=line.day, kind=MOMENTS[line.kind], who=line.who, text=_text(line, lang))
        for line in matters.story
    ]
    if not changes:
        return happened
    text = tr("画像和 {day} 立案那天比", lang, day=str(matters.opened_on))
    return [
        *happened,
        Event(day=told.at, kind="check", who=tr("系统", lang), text=text, changes=changes),
    ]


def _text(line: Told, lang: str) -> str:
    return f"{line.words}{tr('：', lang)}{line.said}" if line.said else line.words

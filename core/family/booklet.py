"""一户一册: one family's booklet, every label with its evidence, what is unknown, what is being done."""

from datetime import date

from core.city import City
from core.family.card import card_of, department, offered_by
from core.family.matters import Matters
from core.family.portrayed import Portrayed, typed
from core.portrait.explain import colour_words
from core.render.data import (
    Benefit,
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
        benefits=tuple(_benefits(told, city, lang)),
        help=tuple(Help(day=g.day, what=g.what, who=g.who, result=g.result) for g in matters.given),
        suggestions=tuple(_suggestions(told, city, lang)),
        timeline=tuple(_timeline(matters, changes)),
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
    variable = variables()[name]
    pieces = told.evidence.get(name, [])
    newest = max(pieces, key=lambda p: (p.data_date or date.min, p.class_id), default=None)
    return Fact(
        name=variable.title_en if lang == "en" else variable.title,
        value=shown(name, told.values.get(name), lang),
        department=department(city, newest.class_id, lang) if newest else "",
        day=newest.data_date if newest else None,
    )


STATUS = {
    "none": "没有在册", "dibao": "低保", "danrenbao": "单人保", "tekun": "特困", "edge": "低边",
    "rigid": "刚性支出困难", "ok": "有人照顾", "frail": "照顾的人年纪大或身体弱",
    "cert": "有证书", "degree_only": "有学历没证书",
}  # fmt: skip


def shown(name: str, value: object, lang: str) -> str | None:
    """A variable's value in words; None stays None: not known."""
    if value is None:
        return None
    variable = variables()[name]
    if isinstance(value, bool):
        return ("yes" if value else "no") if lang == "en" else ("有" if value else "没有")
    if variable.kind == "money" and isinstance(value, int):
        return tr("{v} 元", lang, v=f"{value / 100:,.2f}")
    if variable.kind == "share" and isinstance(value, int):
        return f"{value / 100:.0f}%"
    if variable.kind == "enum":
        word = (
            "没有" if value == "none" and name != "status" else STATUS.get(str(value), str(value))
        )
        return tr(word, lang)
    return f"{value} {tr(variable.unit, lang)}".strip() if variable.unit else str(value)


def _questions(told: Portrayed, lang: str) -> list[Question]:
    """Everything missing, what would settle most first."""
    whom = {"department": "部门数据", "visit": "上门时问", "resident": "问本人"}
    missing = {name: None for reading in told.readings for name in reading.missing}
    best = [q.variable for q in told.questions if q.variable in missing]
    names = dict.fromkeys([*best, *missing])
    return [
        Question(
            what=variables()[n].title_en if lang == "en" else variables()[n].title,
            whom=tr(whom[variables()[n].effort[0]], lang),
            ask=tr(variables()[n].ask, lang),
        )
        for n in names
    ]


def _benefits(told: Portrayed, city: City, lang: str) -> list[Benefit]:
    status = told.values.get("status")
    if status in (None, "none"):
        return []
    newest = max(
        told.evidence.get("status", []), key=lambda p: p.data_date or date.min, default=None
    )
    return [
        Benefit(
            name=tr(STATUS[str(status)], lang),
            amount="",
            department=department(city, newest.class_id, lang) if newest else "",
            since=newest.data_date if newest else None,
        )
    ]


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


def _timeline(matters: Matters, changes: tuple[Change, ...]) -> list[Event]:
    last = len(matters.story) - 1
    return [
        Event(
            day=line.day,
            kind=MOMENTS[line.kind],
            who=line.who,
            text=line.words,
            changes=changes if n == last else (),
        )
        for n, line in enumerate(matters.story)
    ]

"""A family on one day as lines of text: types with every point's reason, what is open, what may help."""

from collections.abc import Iterator

from core.city import City
from core.family.card import offered_by
from core.family.matters import Matters
from core.family.portrayed import CHEAPEST, Portrayed
from core.family.worded import department, shown, title
from core.match import Suggestion
from core.portrait.explain import Because, Reading, colour_name
from core.portrait.sensitivity import DRAWS
from core.sources import sources
from core.variables import variables
from locales import tr


def told_lines(told: Portrayed, matters: Matters, city: City, lang: str) -> list[str]:
    """One line a type, one a reason or question, one a suggestion; then the timeline."""
    size = tr("{n} 口人", lang, n=len(told.members))
    out = [f"{told.household}　{told.at}　{size}"]
    for reading in told.readings:
        out += _type(told, reading, city, lang)
    out += [tr("？ 下一问：{ask}", lang, ask=tr(q.ask, lang)) for q in told.questions[:1]]
    if told.asks:
        ask = told.asks.question.text(lang, who=_whom(told, told.asks.who, lang), city=city.called)
        out.append(tr("？ 还能享受什么，先问：{ask}", lang, ask=ask))
    out += [f"※ {words}" for words in told.turns]
    out += [_suggested(s, city, lang) for s in told.suggestions]
    if likely := _likely(told, lang):
        out.append(tr("✓ 很可能符合：{what}", lang, what=tr("、", lang).join(likely)))
    return out + [f"{line.day}　{line.who}{tr('：', lang)}{line.words}" for line in matters.story]


def _type(told: Portrayed, reading: Reading, city: City, lang: str) -> Iterator[str]:
    labels = tr("、", lang).join(reading.labels)
    points = _points(reading.score, lang)
    yield f"{reading.title}　{_colour(reading, lang)}　{points}　{labels}"
    for because in reading.because:
        yield f"　· {_reason(told, because, city, lang)}"
    drawn = told.draws.get(reading.letter, {})
    if changed := drawn.get("changes", 0):
        yield "　≈ " + tr(
            "权重上下动两成，{all} 次里 {n} 次颜色会变，请人看一眼", lang, n=changed, all=DRAWS
        )
    for name in reading.missing:
        whom = tr(CHEAPEST[variables()[name].effort[0]], lang)
        yield f"　？ {tr(variables()[name].ask, lang)}　{whom}"


def _points(ends: tuple[float, float], lang: str) -> str:
    low, high = (f"{end:g}" for end in ends)
    return tr("{n} 分", lang, n=low if low == high else f"{low}–{high}")


def _colour(reading: Reading, lang: str) -> str:
    sure, perhaps = (colour_name(c, lang) for c in (reading.colour_low, reading.colour_high))
    if sure is None:
        return tr("还说不准，可能{colour}", lang, colour=perhaps)
    return sure if sure == perhaps else tr("至少{low}，可能{high}", lang, low=sure, high=perhaps)


def _reason(told: Portrayed, because: Because, city: City, lang: str) -> str:
    """Indicator, points, label; what was read, who sent it, of which day."""
    values = {name: shown(name, value, lang) for name, value in because.values.items()}
    read = [f"{title(name, lang)} {words}" for name, words in values.items() if words]
    said = f"{because.label}{tr('：', lang)}{tr('、', lang).join(read)}" if read else because.label
    points = _points(because.points, lang)
    return f"{because.title}　{points}　{said}　{_source(told, because, city, lang)}".rstrip("　")


def _source(told: Portrayed, because: Because, city: City, lang: str) -> str:
    """The newest record behind it; that there is none where silence is what says so."""
    pieces = [p for name in because.values for p in told.evidence.get(name, [])]
    dated = [(p.data_date, p.class_id) for p in pieces if p.data_date]
    if not dated:
        return tr("没有这样的记录", lang) if pieces else ""
    day, class_id = max(dated)
    source = sources()[class_id]
    title = source.title_en if lang == "en" else source.title
    return " · ".join((department(city, class_id, lang), title, str(day)))


def _suggested(one: Suggestion, city: City, lang: str) -> str:
    offer = one.offer
    name, why = (offer.title_en, offer.why_en) if lang == "en" else (offer.title, one.why)
    by, days = offered_by(offer, city, lang), tr("{n} 天", lang, n=offer.days)
    return f"→ {name}{tr('：', lang)}{why}　{by}　{days}"


def _whom(told: Portrayed, person: str, lang: str) -> str:
    """Of whom a question is asked, by how he stands to the head of the family."""
    found = next((m.relation for m in told.members if m.person == person and m.relation), "")
    return tr("家里的{who}", lang, who=tr(found, lang)) if found else tr("这家", lang)


def _likely(told: Portrayed, lang: str) -> list[str]:
    """Benefits whose conditions hold by what departments know."""
    held = [v for v in told.entitled if v.verdict == "yes" and v.rule.is_benefit]
    titles = [v.rule.label.title_en if lang == "en" else v.rule.label.title for v in held]
    return list(dict.fromkeys(titles))

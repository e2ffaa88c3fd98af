"""What goes into Excel: the morning, sheet by sheet, and the families with their colours."""

from collections.abc import Sequence

from core.render import figures, words
from core.render.data import Count, Digest, FamilyRow, Opened, Spread, Verdict
from core.render.small_cells import SMALLEST, too_small
from core.render.workbook import Cell, Column, Sheet, workbook
from locales import tr

UNITS = {"household": "户", "person": "人", "household_time": "户次", "person_time": "人次"}
FAMILY_COLUMNS = (
    ("编号", 18),
    ("镇街道", 12),
    ("村社区", 14),
    ("户主", 12),
    ("人口", 6),
    ("这件事的颜色", 14),
    ("画像", 24),
    ("为什么", 34),
    ("要做什么", 34),
    ("谁来办", 18),
    ("最晚哪天", 12),
    ("上次见面", 12),
    ("到哪一步", 12),
)
COLOUR_COLUMN = 5
WIDE = 30  # columns this wide wrap their texts


def families_workbook(
    rows: Sequence[FamilyRow], lang: str = "zh", *, opened: Opened | None = None
) -> bytes:
    """The families as a list that filters and prints, one row each, the colour also as a word."""
    return workbook([_families(rows, lang)], lang=lang, opened=opened)


def morning_workbook(digest: Digest, rows: Sequence[FamilyRow], lang: str = "zh") -> bytes:
    """The morning sheet by sheet, then the families."""
    sheets = [*_sheets(digest, lang), _families(rows, lang)]
    return workbook(sheets, lang=lang, opened=digest.opened)


def _families(rows: Sequence[FamilyRow], lang: str) -> Sheet:
    tones = {words.short(_verdict(r), lang): words.tone(_verdict(r)) for r in rows}
    return Sheet(
        name=tr("家庭", lang),
        title=tr("困难家庭名单", lang),
        columns=[Column(head=tr(h, lang), width=w, wrap=w >= WIDE) for h, w in FAMILY_COLUMNS],
        rows=(_family(row, lang) for row in rows),
        tones=lambda row: {COLOUR_COLUMN: tones[str(row[COLOUR_COLUMN])]},
    )


def _verdict(row: FamilyRow) -> Verdict:
    return Verdict(typed=row.typed, low=row.colour, high=row.maybe or row.colour)


def _family(row: FamilyRow, lang: str) -> list[Cell]:
    return [
        row.code,
        row.town,
        row.village,
        row.head,
        row.size,
        words.short(_verdict(row), lang),
        row.types,
        row.labels,
        row.todo,
        row.who,
        row.due,
        row.visited,
        row.state,
    ]


def digest_workbook(digest: Digest, lang: str = "zh") -> bytes:
    """The morning as a workbook, with the same counts held back as in the picture."""
    return workbook(_sheets(digest, lang), lang=lang, opened=digest.opened)


def _sheets(digest: Digest, lang: str) -> list[Sheet]:
    sheets = [_overview(digest, lang), _towns(digest, lang)]
    sheets += [_whistles(digest, lang)] if digest.whistles else []
    if not digest.published:
        sheets += [_loads(digest, lang)] if digest.loads else []
        sheets += [_stale(digest, lang)] if digest.stale else []
    if digest.spread:
        sheets.append(_spread(digest, lang))
    return sheets


def _sheet(
    name: str,
    heads: Sequence[tuple[str, float]],
    rows: list[list[Cell]],
    lang: str,
    *,
    bars: Sequence[int] = (),
    percent: Sequence[int] = (),
) -> Sheet:
    columns = [
        Column(
            head=tr(head, lang),
            width=width,
            wrap=width >= WIDE,
            bars=i in bars,
            percent=i in percent,
        )
        for i, (head, width) in enumerate(heads)
    ]
    return Sheet(name=tr(name, lang), title=tr(name, lang), columns=columns, rows=rows)


def _counted(name: str, count: Count, note: str, digest: Digest, lang: str) -> list[Cell]:
    few = digest.published and too_small(count.value)
    shown: Cell = figures.FEW if few else count.value
    return [name, shown, tr(UNITS[count.unit], lang), "" if digest.published else note]


def _overview(digest: Digest, lang: str) -> Sheet:
    rows = [
        _counted(tr(n, lang), f.count, f.note, digest, lang)
        for n, f in figures.named(digest).items()
    ]
    rows += [_counted(g.name, g.count, g.note, digest, lang) for g in digest.better]
    since = tr("{day} 以来", lang, day=words.day(digest.reach_since))
    rows += [_counted(tr("帮过", lang), c, since, digest, lang) for c in digest.reach]
    times = tr("次", lang)
    rows.append([tr("上门", lang), digest.visits, times, ""])
    rows.append([tr("有用的上门", lang), digest.useful, times, ""])
    if digest.cards is not None:
        rows.append([tr("一户一个月收到的卡", lang), digest.cards, tr("张", lang), ""])
    if not digest.published:
        rows += [[tr("请您盯一下", lang), None, "", line] for line in digest.watch]
    return _sheet("总览", (("项目", 24), ("数", 10), ("单位", 10), ("说明", 60)), rows, lang)


def _towns(digest: Digest, lang: str) -> Sheet:
    columns = [figures.town_column(digest, c) for c in words.SHORT]
    rows: list[list[Cell]] = [
        [
            town.name,
            *(figures.HELD_BACK if c[i] is None else c[i] for c in columns),
            None if digest.published else town.in_time,
            None if digest.published else town.due,
            _share(figures.town_rate(town, digest)),
        ]
        for i, town in enumerate(digest.towns)
    ]
    heads = (
        ("镇街道", 16),
        ("红（户）", 12),
        ("黄（户）", 12),
        ("绿（户）", 12),
        ("没超时（件）", 14),
        ("在办（件）", 12),
        ("没超时的占", 14),
    )
    return _sheet("各镇街道", heads, rows, lang, bars=(1, 2, 3), percent=(6,))


def _whistles(digest: Digest, lang: str) -> Sheet:
    rows: list[list[Cell]] = []
    for whistle in digest.whistles:
        few = digest.published and whistle.called < SMALLEST
        called: Cell = figures.HELD_BACK if few else whistle.called
        reported: Cell = figures.HELD_BACK if few else whistle.in_time
        share = None if few else figures.rate(whistle.in_time, whistle.called)
        rows.append([whistle.department, called, reported, _share(share)])
    heads = (("部门", 24), ("该报到（次）", 14), ("按时报到（次）", 16), ("按时报到率", 14))
    return _sheet("吹哨报到", heads, rows, lang, bars=(1,), percent=(3,))


def _loads(digest: Digest, lang: str) -> Sheet:
    rows: list[list[Cell]] = [[load.worker, load.open, load.limit] for load in digest.loads]
    return _sheet("手上的活", (("谁", 24), ("手上（件）", 12), ("最多（件）", 12)), rows, lang)


def _stale(digest: Digest, lang: str) -> Sheet:
    rows: list[list[Cell]] = [[s.source, s.days, s.note] for s in digest.stale]
    return _sheet("数据没到", (("数据", 24), ("几天没更新", 14), ("影响", 50)), rows, lang)


def _spread(digest: Digest, lang: str) -> Sheet:
    heads = (
        ("镇街道", 16),
        ("类型", 14),
        ("H（%）", 10),
        ("H 最低（%）", 12),
        ("H 最高（%）", 12),
        ("A（%）", 10),
        ("A 最高（%）", 12),
        ("M0（%）", 10),
        ("M0 最高（%）", 12),
        ("比上期", 10),
    )
    rows = [_spread_row(s) for s in digest.spread]
    return _sheet("多维贫困", heads, rows, lang, bars=(7,))


def _spread_row(s: Spread) -> list[Cell]:
    return [s.place, s.type, s.h, s.h_low, s.h_high, s.a, s.a_high, s.m0, s.m0_high, s.change]


def _share(percent: int | None) -> Cell:
    return None if percent is None else percent / 100

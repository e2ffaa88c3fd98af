"""低保户不等于兜底型：有劳动力的低保户应当走发展型。

Tekun and single-person dibao are always 兜底型, dibao only where nobody can work; a family not yet
registered counts when it is poor by measured income and property and nobody can work.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import LESS, YES, worst
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="A",
    title="兜底型",
    title_en="Safety net",
    since=date(2022, 5, 18),
    source="五型三色归型条件（提案）A",
    tag="assumed",
)
READS = {"status": worst("tekun", best="edge"), "n_labor": LESS, "pc_income": LESS, "asset_ok": YES}


def when(std: Standards) -> Expr:
    nobody_works = col.n_labor == 0
    held = (col.status == "tekun") | (col.status == "danrenbao")
    undiscovered = (col.pc_income < std.fen("dibao_std")) & col.asset_ok & nobody_works
    return held | ((col.status == "dibao") & nobody_works) | ((col.status == "none") & undiscovered)


EXAMPLES = (
    hit("特困", status="tekun", n_labor=1, pc_income=0, asset_ok=True),
    hit("单人保", status="danrenbao", n_labor=2, pc_income=150000, asset_ok=True),
    hit("低保且无劳动力", status="dibao", n_labor=0, pc_income=0, asset_ok=True),
    miss("低保但有劳动力（陆家）", status="dibao", n_labor=1, pc_income=26700, asset_ok=True),
    hit("未在册而贫困", status="none", n_labor=0, pc_income=106999, asset_ok=True),
    miss("恰为标准", status="none", n_labor=0, pc_income=107000, asset_ok=True),
    miss("财产超标", status="none", n_labor=0, pc_income=0, asset_ok=False),
    miss("低边户", status="edge", n_labor=0, pc_income=0, asset_ok=True),
    unknown("身份未知", status=None, n_labor=0, pc_income=0, asset_ok=True),
    unknown("财产未核", status="none", n_labor=0, pc_income=0, asset_ok=None),
    unknown("收入未核", status="none", n_labor=0, pc_income=None, asset_ok=True),
    unknown("低保户劳动力未知", status="dibao", n_labor=None, pc_income=0, asset_ok=True),
    miss("有劳动力便不必核财产", status="none", n_labor=1, pc_income=0, asset_ok=None),
)

"""失去主要劳动力。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.shock import counted, faded_counted
from core.variables.engine.tally import Tally, most
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="失去主要劳动力",
    title_en="Loss of a breadwinner",
    kind="enum",
    categories=("none", "mild", "severe"),
    classes=("P02-04", "P03-04"),
    fresh_days=30,
    ask="这半年，家里挣钱的人有没有丢工作、失联或过世？",
    decays=True,
)


def members(std: Standards) -> dict[str, Tally]:
    worst = col.breadwinner_level == 2
    return {
        "breadwinner_worst": most(col.breadwinner_level, everyone=True),
        "breadwinner_heavy_on": most(when(worst).then(col.breadwinner_on), everyone=True),
        "breadwinner_any_on": most(col.breadwinner_on, everyone=True),
    }


def value(std: Standards) -> Expr:
    return counted("breadwinner_worst")


def value_days(std: Standards) -> Expr:
    return faded_counted(
        std, counted("breadwinner_worst"), "breadwinner_heavy_on", "breadwinner_any_on"
    )


EXAMPLES = (
    home("顶梁柱过世，已不是成员", "severe", [{"breadwinner_level": 2, "member": False}]),
    home("丢了工作", "mild", [{"breadwinner_level": 1}, {"breadwinner_level": 0}]),
    home("没有", "none", [{"breadwinner_level": 0}]),
    home("有一个不知道", None, [{"breadwinner_level": None}]),
)

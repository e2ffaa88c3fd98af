"""户籍家庭成员关系：与户主关系，父亲、母亲、配偶是谁。"""

from polars import Expr, col

from core.city.standards import Standards
from core.household.relation import relation
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", lasting=("relation", "father", "mother"))


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "relation": relation(col.relation_to_head),
        "father": col.father_id,
        "mother": col.mother_id,
        "spouse": col.spouse_id,
    }


EXAMPLES = (
    given("儿子", {"relation_to_head": "子", "father_id": "f"}, relation="child", father="f"),
    given("国标代码", {"relation_to_head": "12"}, relation="spouse"),
    given("没写", {"relation_to_head": None}, relation=None),
    given("没有记录", relation=None, father=None),
    stale("断供，父母还是父母", {"father_id": "f", "spouse_id": "s"}, father="f", spouse=None),
)

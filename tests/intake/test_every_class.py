"""Every one of the 188 classes can be delivered, under its Chinese titles, in officials' spelling."""

import csv
from datetime import date

import pytest

from core.sources import Field, sources
from tests.intake.world import DAY, World, made_up_id

SENT = {
    "str": "某处１",
    "code": " ０1 ",
    "phone": "0573-00000000",
    "int": "3",
    "decimal": "1,070.50",
    "bool": "是",
    "date": "2022年7月1日",
    "month": "2022年7月",
    "datetime": "2022/7/1 8:30",
    "idhash": made_up_id(5),
}


def sent(field: Field) -> str:
    if field.name == "id_no":
        return made_up_id(5)
    kind = field.of or field.type
    return (
        "、".join(field.values[:2])
        if field.type == "list" and field.values
        else (field.values[0] if field.values else SENT[kind])
    )


@pytest.fixture(scope="module")
def city(tmp_path_factory) -> World:
    """One row of every class, delivered on one day."""
    world = World.at(tmp_path_factory.mktemp("every"))
    for source in sources().values():
        own = {f.title: sent(f) for f in source.fields.values()}
        row = {"记录编号": "r1", "业务日期": "20220701", "区划代码": "330482"} | own
        path = world.folder / f"{source.class_id}.csv"
        with path.open("w", encoding="gb18030", newline="") as file:
            writer = csv.DictWriter(file, list(row))
            writer.writeheader()
            writer.writerow(row)
        report = world.take(path)
        assert (report.accepted, report.rejected, report.problem) == (1, 0, None), report
        assert not report.notes
    return world


@pytest.mark.parametrize("class_id", sources())
def test_no_field_is_lost_on_the_way(city, class_id):
    row = city.records(class_id).row(0, named=True)
    fields = sources()[class_id].fields.values()
    assert [f.name for f in fields if row[f.name] is None] == []
    for field in fields:
        if field.type == "decimal":
            assert row[field.name] == 107_050 * field.scale // 100
        if field.type in ("date", "month"):
            assert row[field.name] == date(2022, 7, 1)
    assert row["data_date"] == date(2022, 7, 1) and row["observed"] == DAY

"""The pack of a city: whole-shelf truths, and sentences for packs that cannot be."""

import re
import shutil
from collections import Counter
from datetime import date

import pytest

from core.city import BadPack, NotInForce, load_city, open_pack
from core.city.reading import TAGS
from jpf.home import furnish
from jpf.verbs.init import set_up
from tests.city.elsewhere import FOLDER, wanghu

PINGHU, WANGHU = load_city(), wanghu()
DAY = date(2022, 7, 15)
KINDS = {
    "枚举": str,
    "公式": str,
    "参数名": str,
    "时刻": str,
    "列表": list,
    "表": dict,
    "类别编号": list,
    "bool": bool,
}
AGES = {"retire_at", "from_birth", "every_months", "most_months"}


@pytest.mark.parametrize("name", PINGHU.parameters)
def test_every_parameter_is_titled_dated_sourced_tagged_and_typed(name):
    parameter = PINGHU.parameters[name]
    assert parameter.title and parameter.unit and isinstance(parameter.checked, date)
    assert parameter.values == tuple(sorted(parameter.values, key=lambda v: v.since))
    for value in parameter.values:
        assert value.tag in TAGS and value.source
        assert value.until is None or value.until >= value.since
        if isinstance(value.value, dict) and parameter.unit == "岁":
            assert set(value.value) == AGES
        else:
            kind = KINDS.get(parameter.unit, (int, float))
            assert isinstance(value.value, kind) and (
                kind is bool or not isinstance(value.value, bool)
            )


def test_values_of_a_parameter_do_not_leave_a_day_between_them():
    for parameter in PINGHU.parameters.values():
        for one, after in zip(parameter.values, parameter.values[1:], strict=False):
            assert one.until is None or (after.since - one.until).days <= 1


def test_a_parameter_that_names_another_names_one_that_is_there():
    named = {v.value for p in PINGHU.parameters.values() if p.unit == "参数名" for v in p.values}
    assert named and named <= set(PINGHU.parameters)


@pytest.mark.parametrize("city", [PINGHU, WANGHU], ids=lambda c: c.name_en)
def test_fourteen_provincial_and_twenty_eight_city_departments(city):
    levels = Counter(u.level for u in city.units.values())
    assert (levels["province"], levels["city"]) == (14, 28)
    for code, unit in city.units.items():
        assert re.fullmatch(r"[PMZ]\d\d", code) and unit.name and unit.short and unit.name_en
        assert code.startswith("Z") == (unit.level == "service")
        assert code.startswith("P") == (unit.level == "province")


def test_what_a_city_has_not_found_out_is_borrowed_as_assumed():
    std = WANGHU.standards(DAY)
    assert std.fen("dibao_std") == 816_00 and std.value("dibao_std").source == "编的城市"
    lent = std.value("temp_mult_base")
    assert PINGHU.standards(DAY).value("temp_mult_base").tag == "law"
    assert (lent.value, lent.tag) == (6, "assumed") and lent.source.startswith("借用平湖市：")


def test_a_standard_changes_on_its_day():
    assert WANGHU.standards(date(2022, 9, 30)).fen("dibao_std") == 816_00
    assert WANGHU.standards(date(2022, 10, 1)).fen("dibao_std") == 850_00
    with pytest.raises(NotInForce, match="2021-12-31 没有取值"):
        WANGHU.standards(date(2021, 12, 31))["dibao_std"]


def test_an_installation_names_its_own_pack_by_a_path(tmp_path):
    set_up(tmp_path)
    shutil.copytree(FOLDER, tmp_path / "ours" / "wanghu")
    (tmp_path / "jingpingfu.toml").write_text('[city]\npack = "ours/wanghu"\n', "utf-8")
    assert furnish(tmp_path).city.name == "望湖市"


def spoiled(folder, name, old, new):
    shutil.copytree(FOLDER, folder)
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("city.yaml", "prefix: WH", "", "缺 prefix"),
        ("city.yaml", "based_on: pinghu", "", "缺 .* 个参数.*based_on"),
        ("city.yaml", "based_on: pinghu", "based_on: nowhere", "没有自带的城市包“nowhere”"),
        ("city.yaml", '"990182"', '"990183"', "没有本市自己的代码 990183"),
        ("city.yaml", "name: 望湖市", "name: [望湖市", "不是写对的 YAML"),
        ("places.yaml", "parent: '990182102'", "parent: '990182109'", "上级 990182109 不在表里"),
        ("places.yaml", "level: village", "level: hamlet", "代码位数对不上"),
        (
            "places.yaml",
            "tag: assumed}\n'9901'",
            "tag: assumed, mayor: x}\n'9901'",
            "99 写得不对：.*mayor",
        ),
        ("places.yaml", "until: 2021-12-31, ", "", "写得不对：until"),
        ("departments.yaml", "M02: ", "M88: ", "缺 1 个部门：M02（人社）"),
        ("departments.yaml", "short: 民政, ", "", "写得不全.*short"),
        ("parameters/edge_ratio.yaml", "2022-01-01:", "from2022:", "请写生效日"),
        ("parameters/edge_ratio.yaml", "tag: assumed", "tag: sure", "tag 只能是"),
        ("parameters/edge_ratio.yaml", "    source: 编的城市\n", "", "写得不全.*source"),
    ],
)
def test_a_pack_that_cannot_be_is_told_in_one_sentence(tmp_path, name, old, new, says):
    folder = spoiled(tmp_path / "wanghu", name, old, new)
    with pytest.raises(BadPack, match=says) as told:
        open_pack(str(folder), tmp_path)
    assert "请" in str(told.value) and "\n" not in str(told.value)


def test_a_pack_without_a_file_or_a_folder_is_told(tmp_path):
    folder = tmp_path / "wanghu"
    shutil.copytree(FOLDER, folder)
    (folder / "places.yaml").unlink()
    with pytest.raises(BadPack, match=r"缺文件 .*places\.yaml"):
        open_pack(str(folder), tmp_path)
    with pytest.raises(BadPack, match=r"没有 city\.yaml"):
        open_pack("./nothing", tmp_path)
    with pytest.raises(BadPack, match="请写自带的（pinghu"):
        open_pack("wanghu", tmp_path)


def test_a_parameter_nobody_wrote_is_told_with_the_file_to_write():
    with pytest.raises(NotInForce, match=r"parameters/support_fixed\.yaml"):
        PINGHU.standards(DAY).fen("support_fixed")

"""Read a city's folder and say in one sentence what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from core.city.places import LENGTHS, Past, Place
from core.city.standards import Parameter, Value
from core.problems import Problem

TAGS = ("seed", "law", "page", "assumed")
ABOUT = ("name", "name_en", "code", "prefix")


class BadPack(Problem, ValueError):
    """A city's pack is not there, or something in it cannot be."""


@dataclass(frozen=True)
class Unit:
    """A department that sends data or is called by a whistle."""

    code: str
    name: str
    short: str
    name_en: str
    level: str
    called: str = ""  # how people call it in a chat: 市人社局


def about(home: Path) -> dict[str, Any]:
    """city.yaml: name, code, prefix of case numbers, and whatever else the city says of itself."""
    if not (home / "city.yaml").exists():
        raise BadPack(f"{home} 不是城市包：里面没有 city.yaml。请核对 [city] pack 写的路径。")
    found = _yaml(home / "city.yaml")
    missing = [key for key in ABOUT if not found.get(key)]
    if missing:
        raise BadPack(f"{home / 'city.yaml'} 缺 {'、'.join(missing)}。请补上再试。")
    return found


def places(home: Path, county: str) -> dict[str, Place]:
    """places.yaml: every place with its parent, the county itself among them."""
    path = home / "places.yaml"
    found = {str(code): _place(path, str(code), told) for code, told in _yaml(path).items()}
    if county not in found:
        raise BadPack(f"{path} 里没有本市自己的代码 {county}。请补上这一行。")
    for place in found.values():
        if place.parent and place.parent not in found:
            raise BadPack(
                f"{path} 里 {place.name}（{place.code}）的上级 {place.parent} 不在表里。"
                f"请补上这个上级，或改对它的代码。"
            )
    return found


def units(home: Path) -> dict[str, Unit]:
    """departments.yaml: who sends data, who is called."""
    path = home / "departments.yaml"
    try:
        return {str(code): Unit(code=str(code), **told) for code, told in _yaml(path).items()}
    except TypeError as error:
        raise BadPack(
            f"{path} 里有部门写得不全：{_field(error)}。请写全 name、short、name_en、level。"
        ) from error


def parameters(home: Path) -> dict[str, Parameter]:
    """parameters/<name>.yaml: dated values with tag and source."""
    return {p.stem: _parameter(p) for p in sorted((home / "parameters").glob("*.yaml"))}


def lent(parameter: Parameter, owner: str) -> Parameter:
    """Another city's parameter as a stand-in: never told as fact."""
    values = (
        replace(v, tag="assumed", source=f"借用{owner}：{v.source}") for v in parameter.values
    )
    return replace(parameter, values=tuple(values))


def _place(path: Path, code: str, told: Mapping[str, Any]) -> Place:
    level = told.get("level")
    if level not in LENGTHS or len(code) != LENGTHS[level] or not code.isdigit():
        raise BadPack(f"{path} 里 {code} 的 level 和代码位数对不上：{_levels()}。请改正。")
    try:
        past = tuple(_past(code, told, p) for p in told.get("history", ()))
        known = {**told, "aliases": tuple(told.get("aliases", ())), "history": past}
        return Place(code=code, **known)
    except (TypeError, KeyError) as error:
        raise BadPack(f"{path} 里 {code} 写得不对：{_field(error)}。请对照别的地名改。") from error


def _past(code: str, place: Mapping[str, Any], told: Mapping[str, Any]) -> Past:
    known = {"code": code, "name": place["name"], "parent": place["parent"], **told}
    return Past(**{**known, "aliases": tuple(told.get("aliases", ()))})


def _parameter(path: Path) -> Parameter:
    raw = _yaml(path)
    try:
        values = tuple(
            Value(v["value"], since, v.get("until"), v["tag"], v["source"])
            for since, v in sorted(raw["values"].items())
        )
        found = Parameter(path.stem, raw["title"], raw["unit"], raw["checked"], values)
    except (KeyError, TypeError, AttributeError) as error:
        raise BadPack(
            f"{path} 写得不全：{_field(error)}。请写全 title、unit、checked 和按日期的 values，"
            f"每个取值带 value、tag、source。"
        ) from error
    if not values or not all(isinstance(v.since, date) and v.tag in TAGS for v in values):
        raise BadPack(
            f"{path} 的取值没写对：请写生效日（如 2022-01-01），tag 只能是 {'、'.join(TAGS)}。"
        )
    return found


def _levels() -> str:
    return "，".join(f"{level} {length} 位" for level, length in LENGTHS.items())


def _field(error: Exception) -> str:
    """The names an error quotes, without the words around them."""
    return "、".join(re.findall(r"'(\w+)'", str(error))) or type(error).__name__


def _yaml(path: Path) -> dict[Any, Any]:
    if not path.exists():
        raise BadPack(f"城市包缺文件 {path}。请补上再试。")
    try:
        found = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise BadPack(
            f"{path} 不是写对的 YAML：{str(error).splitlines()[0]}。请改好再试。"
        ) from error
    if not isinstance(found, dict):
        raise BadPack(f"{path} 里没有内容。请对照自带的城市包补上。")
    return found

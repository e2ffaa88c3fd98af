"""Read a city's folder once; everything in it is data, nothing of it is code."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from core.city.standards import Parameter, Standards, Value
from core.problems import Problem

HERE = Path(__file__).parent


class NoSuchPlace(Problem, LookupError):
    """No place or department of this name in the city's pack."""


@dataclass(frozen=True)
class Place:
    """A place by its code: 6 digits county, 9 town, 12 village, 14 grid."""

    code: str
    name: str
    level: str
    parent: str
    aliases: tuple[str, ...] = ()
    tag: str = "page"
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Unit:
    """A department that sends data or is called by a whistle."""

    code: str
    name: str
    short: str
    name_en: str
    level: str
    called: str = ""  # how people call it in a chat: 市人社局


@dataclass(frozen=True)
class City:
    """One city's pack."""

    id: str
    name: str
    name_en: str
    code: str
    prefix: str
    places: dict[str, Place]
    units: dict[str, Unit]
    parameters: dict[str, Parameter]
    settings: dict[str, Any]

    def standards(self, at: date) -> Standards:
        return Standards(at=at, parameters=self.parameters)

    def place(self, code: str) -> Place | None:
        """The narrowest known place that contains *code*."""
        for length in (14, 12, 9, 6):
            if len(code) >= length and (found := self.places.get(code[:length])):
                return found
        return None

    def town_of(self, code: str) -> Place | None:
        return self.places.get(code[:9])

    def towns(self) -> list[Place]:
        return [p for p in self.places.values() if len(p.code) == 9]

    def code_of(self, text: str) -> str:
        """The code behind a place's or department's name, alias or code; raises NoSuchPlace."""
        if not text or text in self.places or text in self.units or text.startswith(self.code):
            return text
        for code, place in self.places.items():
            if text in (place.name, *place.aliases):
                return code
        for code, unit in self.units.items():
            if text in (unit.name, unit.short, unit.name_en):
                return code
        raise NoSuchPlace(f"没有叫“{text}”的地方或部门。请写区划代码、地名或部门代码（如 M02）。")

    def unit_name(self, unit: str, *, short: bool = False) -> str:
        """A department's or a place's name; the code itself when nobody knows it."""
        if found := self.units.get(unit):
            return (found.called or found.name) if short else found.name
        place = self.places.get(unit)
        return place.name if place else unit


@cache
def load_city(city: str = "pinghu", folder: Path | None = None) -> City:
    """The pack of *city*: one of ours, or a folder of your own."""
    home = folder or HERE / city
    about = _yaml(home / "city.yaml")
    places = {
        str(code): Place(code=str(code), **{**p, "aliases": tuple(p.get("aliases", ()))})
        for code, p in _yaml(home / "places.yaml").items()
    }
    units = {code: Unit(code=code, **u) for code, u in _yaml(home / "departments.yaml").items()}
    parameters = {p.stem: _parameter(p) for p in sorted((home / "parameters").glob("*.yaml"))}
    return City(
        id=city,
        name=about["name"],
        name_en=about["name_en"],
        code=str(about["code"]),
        prefix=about["prefix"],
        places=places,
        units=units,
        parameters=parameters,
        settings=about,
    )


_in_use: list[City] = []


def use_city(city: City) -> None:
    """The city this process serves."""
    _in_use[:] = [city]


def here() -> City:
    """The city this process serves; Pinghu unless told otherwise."""
    return _in_use[0] if _in_use else load_city()


def _yaml(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found


def _parameter(path: Path) -> Parameter:
    raw = _yaml(path)
    values = tuple(
        Value(v["value"], since, v.get("until"), v["tag"], v["source"])
        for since, v in sorted(raw["values"].items())
    )
    return Parameter(path.stem, raw["title"], raw["unit"], raw["checked"], values)

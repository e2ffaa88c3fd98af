"""A city's pack, read once; everything in it is data, nothing of it is code."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from core.city import places as naming
from core.city import reading
from core.city.places import Place
from core.city.reading import BadPack, Unit
from core.city.standards import Parameter, Standards
from core.problems import Problem

__all__ = ["City", "NoSuchPlace", "Place", "Unit", "here", "load_city", "use_city"]

HERE = Path(__file__).parent


class NoSuchPlace(Problem, LookupError):
    """No place or department of this name in the city's pack, or more than one."""


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

    @property
    def called(self) -> str:
        """平湖, as people say it; 平湖市 on paper."""
        return self.name.removesuffix("市")

    def standards(self, at: date) -> Standards:
        return Standards(at=at, parameters=self.parameters)

    def place(self, code: str) -> Place | None:
        """The narrowest known place that contains *code*."""
        code = self.now(code)
        for length in (14, 12, 9, 6):
            if len(code) >= length and (found := self.places.get(code[:length])):
                return found
        return None

    def place_at(self, text: str, at: date) -> Place | None:
        """What a code or name meant on a day, as it was then; None when nobody can tell.

        A former name finds the place it became; what was not yet merged then cannot be told.
        """
        lives = [life for place in self.meant(text) for life in place.on(at)]
        told = [life for life in lives if naming.tidy(text) in (life.code, life.name)]
        found = told or lives
        return found[0] if len(found) == 1 else None

    def meant(self, text: str) -> list[Place]:
        """All places a code, a name or an address may mean, as they are now."""
        return naming.meant(self.places, text)

    def now(self, code: str, at: date | None = None) -> str:
        """The region code in force on a day for one that was; an unknown one stays as it is."""
        return naming.now(self.places, code, at)

    def town_of(self, code: str) -> Place | None:
        return self.places.get(self.now(code)[:9])

    def towns(self, at: date | None = None) -> list[Place]:
        """The towns, as many as there are; on a day: as they were then."""
        towns = [p for p in self.places.values() if p.level == "town"]
        return towns if at is None else [life for p in towns for life in p.on(at)]

    def code_of(self, text: str) -> str:
        """The code behind a place's or department's name, alias or code; raises NoSuchPlace.

        Names and codes of the past give today's code.
        """
        if not text or text in self.units:
            return text
        if text.startswith(self.code):
            return self.now(text)
        for code, unit in self.units.items():
            if text in (unit.name, unit.short, unit.name_en, unit.called):
                return code
        found = self.meant(text)
        if len(found) != 1:
            raise NoSuchPlace(self._not_sure(text, found))
        return found[0].code

    def unit_name(self, unit: str, *, short: bool = False) -> str:
        """A department's or a place's name; the code itself when nobody knows it."""
        if found := self.units.get(unit):
            return (found.called or found.name) if short else found.name
        place = self.places.get(self.now(unit))
        return place.name if place else unit

    def _not_sure(self, text: str, found: list[Place]) -> str:
        if found:
            which = "、".join(f"{p.name}（{p.code}，属{self.unit_name(p.parent)}）" for p in found)
            return f"“{text}”可能是 {which}。请写区划代码，或在前面写上镇街。"
        close = naming.near(self.places.values(), text)
        hint = f"是不是 {'、'.join(close)}？" if close else ""
        return f"没有叫“{text}”的地方或部门。{hint}请写区划代码、地名或部门代码（如 M02）。"


@cache
def load_city(city: str = "pinghu", folder: Path | None = None) -> City:
    """The pack of *city*: one of ours, or a folder of your own; raises BadPack.

    A pack that is `based_on` another borrows the parameters it does not have itself, as assumed.
    """
    home = folder or HERE / city
    if folder is None and not (home / "city.yaml").exists():
        ours = "、".join(sorted(p.parent.name for p in HERE.glob("*/city.yaml")))
        raise BadPack(f"没有自带的城市包“{city}”。请写自带的（{ours}），或写文件夹的路径。")
    about = reading.about(home)
    return City(
        id=city,
        name=about["name"],
        name_en=about["name_en"],
        code=str(about["code"]),
        prefix=about["prefix"],
        places=reading.places(home, str(about["code"])),
        units=reading.units(home),
        parameters=_borrowed(about.get("based_on")) | reading.parameters(home),
        settings=about,
    )


def _borrowed(owner: str | None) -> dict[str, Parameter]:
    if owner is None:
        return {}
    base = load_city(owner)
    return {name: reading.lent(p, base.name) for name, p in base.parameters.items()}


_in_use: list[City] = []


def use_city(city: City) -> None:
    """The city this process serves."""
    _in_use[:] = [city]


def here() -> City:
    """The city this process serves; Pinghu unless told otherwise."""
    return _in_use[0] if _in_use else load_city()

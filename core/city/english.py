"""What places and departments are called in a sentence, in the reader's language.

Pinghu's packs give places in Chinese only; in English a place is its name in pinyin with its kind.
"""

from functools import cache

from core.city.pack import City

KINDS = {
    "街道": "Subdistrict", "镇": "Town", "乡": "Township", "社区": "Community", "村": "Village",
    "市": "City", "区": "District", "县": "County",
}  # fmt: skip


def spoken(city: City, code: str, lang: str = "zh") -> str:
    """A department as people call it, or a place; the code itself when nobody knows it."""
    unit = city.units.get(code)
    if lang != "en":
        return city.unit_name(code, short=True)
    if unit:
        return unit.name_en.removeprefix(city.name_en + " ")
    place = city.places.get(city.now(code))
    return city.name_en if code == city.code else in_pinyin(place.name) if place else code


def address(city: City, region: str, lang: str = "zh") -> str:
    """Town and village of a family, never a house number; the narrower one first in English."""
    codes = [code for code in (region[:9], region[:12]) if city.now(code) in city.places]
    names = list(dict.fromkeys(spoken(city, code, lang) for code in codes))
    if not names:
        return city.name_en if lang == "en" else city.name
    return ", ".join(reversed(names)) if lang == "en" else " ".join(names)


def village(city: City, region: str, lang: str = "zh") -> str:
    """The narrowest place of a family that has a name."""
    place = city.place(region[:12])
    if place is None or len(place.code) < len("330482102"):
        return city.name_en if lang == "en" else city.name
    return spoken(city, place.code, lang)


@cache
def in_pinyin(name: str) -> str:
    """新埭镇 is Xindai Town."""
    from pypinyin import lazy_pinyin  # only who reads English pays for it

    kind = next((k for k in KINDS if name.endswith(k) and len(name) > len(k)), "")
    bare = name.removesuffix(kind)
    said = bare if bare.isascii() else "".join(lazy_pinyin(bare)).capitalize()
    return f"{said} {KINDS[kind]}" if kind else said

"""Whether a city's pack has everything the product asks of a city."""

from pathlib import Path

from core.city.pack import City, load_city
from core.city.reading import BadPack
from core.sources import sources

SHOWN = 5


def open_pack(pack: str, home: Path) -> City:
    """The pack a setting names: one of ours, or a folder of the city's own, which must fit.

    A relative folder is seen from *home*. Raises BadPack.
    """
    if "/" not in pack:
        return load_city(pack)
    return fitting(load_city(Path(pack).name, home / pack))


def fitting(city: City) -> City:
    """The same city; raises BadPack with what is missing, in one sentence."""
    _departments(city)
    _parameters(city)
    return city


def _departments(city: City) -> None:
    wanted = {source.department for source in sources().values()}
    missing = sorted(wanted - set(city.units))
    if missing:
        known = load_city().units
        names = "、".join(f"{u}（{known[u].short}）" for u in missing[:SHOWN])
        raise BadPack(
            f"{city.name}的城市包缺 {len(missing)} 个部门：{names}等。它们送数据，也会被吹哨。"
            f"请在 departments.yaml 里补上；没有这个部门，就写替它办事的单位。"
        )


def _parameters(city: City) -> None:
    missing = sorted(set(load_city().parameters) - set(city.parameters))
    if missing:
        names = "、".join(missing[:SHOWN])
        raise BadPack(
            f"{city.name}的城市包缺 {len(missing)} 个参数：{names}等。请在 parameters/ 里补上，"
            f"或在 city.yaml 里写 based_on: pinghu，先借用并标为假设。"
        )

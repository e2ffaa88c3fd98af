"""The signed models as a dated parameter of the city, so that every day knows its own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.city import City, use_city
from core.city.standards import Parameter, Value
from core.house import House
from core.portrait.model import SIGNED
from core.store.governing import ModelChange


async def signed_models() -> list[dict[str, Any]]:
    """The live models, oldest first: {"version", "weights", "lines", "since", "by"}."""
    rows = await ModelChange.filter(state="live").order_by("since", "id")
    return [
        {**row.data, "since": row.since, "by": f"{row.first_by}、{row.second_by}"} for row in rows
    ]


async def governed(house: House) -> House:
    """The house with the models that people have signed by now, also for whoever asks `here()`."""
    city = with_models(house.city, await signed_models())
    use_city(city)
    return replace(house, city=city)


def with_models(city: City, models: Sequence[dict[str, Any]]) -> City:
    """The city with these models; one that begins later holds from its day on."""
    if not models:
        return city
    values = tuple(
        Value(m, m["since"], None, "signed", f"{m['by']}签发，{m['version']} 版") for m in models
    )
    last = values[-1].since
    parameter = Parameter(SIGNED, "画像的权重和颜色线", "模型", last, values)
    return replace(city, parameters={**city.parameters, SIGNED: parameter})

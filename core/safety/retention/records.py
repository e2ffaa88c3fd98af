"""Which tables speak of a case, a household or a person: asked of the models, so a new table counts too."""

from typing import Any

from tortoise import Tortoise
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from core.safety.retention.orders import Subject
from core.store.fields import SealedJSON, SealedText

WHOSE = {"household": ("household", "holder"), "person": ("person", "subject", "holder")}
BY_OTHER_WAYS = {"case", "duty"}  # cases have rules of their own; duties belong to an account
KEPT = {"consent": "同意的记录要留存备查，至少三年（个人信息保护法第55、56条）"}


def models() -> list[type[Model]]:
    return list((Tortoise.apps or {})["core"].values())


def of_cases() -> list[type[Model]]:
    """The tables whose rows belong to a case and go with it."""
    return [m for m in models() if "case" in m._meta.fk_fields]


def of_accounts() -> list[type[Model]]:
    """Tables of what an account has of its own: chats, codes, duties, what it asked."""
    return [
        m
        for m in models()
        if "account" in m._meta.fk_fields
        and m._meta.db_table not in KEPT
        and not ("case" in m._meta.fk_fields and not m._meta.fields_map["case"].null)
    ]


def lasting() -> list[type[Model]]:
    """Tables of what holds until a day and can do so without the case it came from."""
    return [
        m for m in of_cases() if m._meta.fields_map["case"].null and "until" in m._meta.db_fields
    ]


def loose(subject: Subject, keys: list[str]) -> dict[str, QuerySet[Any]]:
    """By table: the rows about a subject, known by any of *keys*, that belong to no case."""
    found: dict[str, QuerySet[Any]] = {}
    for model in models():
        meta = model._meta
        columns = [c for c in WHOSE[subject.kind] if c in meta.db_fields]
        if not columns or meta.db_table in BY_OTHER_WAYS:
            continue
        if "case" in meta.fk_fields and not meta.fields_map["case"].null:
            continue  # goes with its case
        asked: list[dict[str, Any]] = [{f"{c}__in": keys} for c in columns]
        mine = model.filter(Q(*(Q(**one) for one in asked), join_type="OR"))
        found[meta.db_table] = mine.filter(case_id=None) if "case" in meta.fk_fields else mine
    return found


def without_people(row: Model) -> dict[str, Any]:
    """What to write over a row of a case so that nobody is in it any more: no words, no index."""
    nobody = f"anon:{row.pk}"
    changes: dict[str, Any] = {}
    for name, field in row._meta.fields_map.items():
        if isinstance(field, SealedText):
            empty: Any = {} if isinstance(field, SealedJSON) else ""
            changes[name] = None if field.null else empty
        elif name in ("household", "subject", "holder", "person"):
            changes[name] = None if field.null else nobody
    return changes

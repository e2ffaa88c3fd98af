"""A street of made-up families: department records in, and which monitors must find each of them.

`A` is forty-five and at work, `B` the spouse; a story adds to it, or says otherwise. Families on
the list are on dibao, checked and reviewed in spring. Every class is delivered, most of them empty.
"""

from datetime import date, datetime, time

from tests.variables.world import World

AT = date(2022, 7, 15)  # a Friday
REGION = "330482102201"
MAN, WIFE = (
    {"sex": "男", "birth_date": date(1977, 3, 2)},
    {"sex": "女", "birth_date": date(1979, 8, 8)},
)
OLD, CHILD = (
    {"sex": "女", "birth_date": date(1948, 1, 1)},
    {"sex": "男", "birth_date": date(2012, 5, 1)},
)


def at(month, day, hour=9):
    return datetime.combine(date(2022, month, day), time(hour))


def couple(*more, **classes):
    """A man at work and his wife, with more people and records; nobody needs anything."""
    people = {"A": MAN, "B": WIFE, **dict(more)}
    return {
        "P02-01": [{"person": p, "status": "正常", **who} for p, who in people.items()],
        "P02-02": [{"person": p, "relation_to_head": _tie(p)} for p in people],
        "P03-03": [{"person": "A", "identity": "职工", "pay_month": date(2022, 6, 1),
                    "start_date": date(2015, 1, 1)}],
        "P11-01": [{"person": "A", "tax_month": date(2022, 6, 1), "wage": 9_000_00}],
        "P04-01": [{"person": p, "year": 2022, "state": "正常"} for p in people],
        **{name.replace("_", "-"): rows for name, rows in classes.items()},
    }  # fmt: skip


def _tie(person):
    return {"A": "户主", "B": "配偶"}.get(person, "子" if person == "C" else "母")


def listed(*more, category="低保", **classes):
    """The same on the list, out of work without fault: both care for somebody at home."""
    people = ["A", "B", *dict(more)]
    found = couple(*more, **classes) | {
        "P01-01": [{"category": category, "status": "在保", "start_date": date(2020, 1, 1),
                    "members": people, "assessed_income_pc": 300_00,
                    "review_due": date(2022, 11, 1)}],
        "P01-06": [{"checked_at": date(2022, 4, 1), "bank_total": 0, "vehicles": 0, "houses": 1,
                    "businesses": 0, "result": "相符"}],
        "M01-12": [{"visit_at": date(2022, 5, 20), "kind": "年度复核", "changes": []}],
    }  # fmt: skip
    found.setdefault("P11-01", [])
    if "P11_01" not in classes:
        found["P11-01"] = [{"person": "A", "tax_month": date(2022, 6, 1), "wage": 1_000_00}]
    return found | {name.replace("_", "-"): rows for name, rows in classes.items()}


def alone(*extra, **classes):
    """An elder who lives alone, on the register of special elders, visited twice this week."""
    seen = {"state": "见到本人", "mode": "上门"}
    return {
        "P02-01": [{"person": "A", "status": "正常", **OLD}],
        "P02-02": [{"person": "A", "relation_to_head": "户主"}],
        "P04-01": [{"person": "A", "year": 2022, "state": "正常"}],
        "M01-01": [{"person": "A", "kind": "独居", "patrol_freq": 2, "risk": "高"}],
        "M01-02": [{"person": "A", "visit_at": at(7, 12), **seen},
                   {"person": "A", "visit_at": at(7, 14), **seen}],
        "P03-01": [{"person": "A", "status": "在发", "pay_month": date(2022, 6, 1),
                    "basic_pension": 288_00, "total": 3_000_00}],
        "M24-04": [{"day": date(2022, 7, 14), "anomaly": "正常"}],
        "M25-03": [{"day": date(2022, 7, 14), "hours_no_use": 5}],
        **{name.replace("_", "-"): rows for name, rows in classes.items()},
    }  # fmt: skip


def street(stories, **more):
    """One world of all these families."""
    classes = {}
    for name, story in stories.items():
        for class_id, rows in story.items():
            key = class_id.replace("-", "_")
            classes.setdefault(key, []).extend(_placed(name, row) for row in rows)
    return World(AT, everything=True, **classes, **more)


def _placed(name, row):
    """The row in this family: its people, its household, its village."""
    own = {key: _named(name, row[key]) for key in KEYS if row.get(key) is not None}
    return {"household": name, "region": REGION, **row, **own}


KEYS = ("person", "father_id", "mother_id", "spouse_id", "members")


def _named(name, value):
    return [f"{name}/{v}" for v in value] if isinstance(value, list) else f"{name}/{value}"

"""A small random town: every class the variables read, filled by chance, the same for a seed."""

from datetime import date, timedelta
from random import Random

from core.sources import sources
from core.variables.engine.extract import extracts, moment
from tests.variables.world import AT, World

WORDS = {
    "relation_to_head": ["户主", "配偶", "子", "父亲", "其他", None],
    "status": ["正常", "迁出", "在保", "在册", "有效"],
    "grade": ["重度", "中度", "A", "C", None],
    "lose_reason": ["合同期满", "毕业未就业", None],
    "usage": ["住宅", "商业", None],
    "service": ["助餐", "上门护理"],
    "injury": ["死亡", "轻伤"],
    "result": ["已化解", "出警", None],
}
TAGS = ["child_unattended", "no_carer", "care_tied", "not_home", "缺冰箱", "无亲属"]


class Town:
    """Households H0... with persons p0...; *at* as in World."""

    def __init__(self, seed: int, homes: int = 8, at: date = AT) -> None:
        self.chance = Random(seed)
        self.homes = [f"H{n}" for n in range(homes)]
        self.people = [
            (f"p{len(self.homes)}-{h}-{n}", h)
            for h in self.homes
            for n in range(self.chance.randint(1, 5))
        ]
        self.at = at

    def world(self, *, stale: int = 0, missing: int = 0) -> World:
        read = [*extracts("person"), *extracts("household"), "M27-02", "M14-03"]
        gone = self.chance.sample(read, missing)
        classes = {c.replace("-", "_"): self.records(c) for c in read if c not in gone}
        return World(self.at, stale=self.chance.sample(read, stale), **classes)

    def records(self, class_id: str) -> list[dict[str, object]]:
        rows = [self.record(class_id, p, h) for p, h in self.people if self.often(class_id)]
        if class_id not in extracts("person"):
            rows = [r | {"person": None} if self.chance.random() < 0.5 else r for r in rows]
        return rows

    def often(self, class_id: str) -> bool:
        usual = {"P02-01": 0.95, "P02-02": 0.9, "P03-03": 0.6, "P11-01": 0.6, "M22-02": 0.6}
        return self.chance.random() < usual.get(class_id, 0.3)

    def record(self, class_id: str, person: str, home: str) -> dict[str, object]:
        source = sources()[class_id]
        row = {f.name: self.value(f) for f in source.fields.values()}
        day = self.day(40)
        return {"person": person, "household": home, "data_date": day, "observed": day, **row}

    def value(self, field):
        if self.chance.random() < 0.1 or field.sealed:
            return None
        if field.type == "idhash":
            return self.chance.choice(self.people)[0]
        if field.type == "list":
            people = [p for p, _ in self.chance.sample(self.people, 3)]
            return people if field.of == "idhash" else self.chance.sample(TAGS, 1)
        if field.values:
            return self.chance.choice(field.values)
        return self.scalar(field)

    def scalar(self, field):
        day = self.day(25_000 if field.name == "birth_date" else 500)
        return {
            "str": lambda: self.chance.choice(["a", "b"]),
            "phone": lambda: None,
            "code": lambda: self.chance.choice(WORDS.get(field.name, ["a", None])),
            "int": lambda: 2022 if field.name == "year" else self.chance.randint(0, 4),
            "decimal": lambda: self.chance.randint(0, 900_000),
            "bool": lambda: self.chance.random() < 0.5,
            "date": lambda: day,
            "month": lambda: day.replace(day=1),
            "datetime": lambda: moment(day.year, day.month, day.day),
        }[field.type]()

    def day(self, back: int) -> date:
        return self.at - timedelta(days=self.chance.randint(0, back))

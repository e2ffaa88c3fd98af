"""A street of made-up people as departments write about them, and who is who afterwards."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from core.city import City, load_city
from core.matching import Decision, MatchedFacts, decisions
from tests.intake.world import World, made_up_id

DAY, LATER = date(2022, 7, 15), date(2022, 8, 15)
HERE, THERE, TOWN = "330482102201", "330482103205", "330482102"
BORN = "1957-03-02"
REGISTER = "P02-01"
TITLES = {"r": "记录编号", "mark": "人员标识", "id": "身份证号", "home": "户号", "place": "区划代码",
          "name": "姓名", "born": "出生日期", "mother": "母亲标识", "members": "共同生活成员",
          "op": "增改删标志"}  # fmt: skip
OWN = {
    "P02-01": ("户籍状态", "正常"),
    "P02-02": ("与户主关系", "子"),
    "M01-01": ("类别", "独居"),
    "M07-04": ("人户一致", "是"),
    "P05-03": ("出生体重", "3000"),
    "P01-01": ("状态", "在保"),
    "M16-02": ("隐患", "电线"),
}


@dataclass
class Street:
    """Departments send rows (dictionaries by the keys of TITLES) on a day."""

    world: World
    city: City = field(default_factory=load_city)
    sent: int = 0

    @classmethod
    def at(cls, folder: Path, city: City | None = None) -> "Street":
        world = World.at(folder)
        street = cls(world, city or load_city())
        street.world.facts = MatchedFacts(folder / "facts", street.city)
        return street

    def tell(self, class_id: str, *rows: dict[str, str], day: date = DAY, word: str = "") -> None:
        """One delivery; *word* is what the one field of the class says."""
        title, usual = OWN[class_id]
        word = word or usual
        keys = [k for k in TITLES if any(k in row for row in rows)]
        lines = [",".join([*(TITLES[k] for k in keys), title])]
        lines += [",".join([*(row.get(k, "") for k in keys), word]) for row in rows]
        self.sent += 1
        report = self.world.send(f"{class_id}-{self.sent}.csv", "\n".join(lines) + "\n", day)
        assert not report.problem and not report.rejected, report

    @property
    def facts(self) -> MatchedFacts:
        return self.world.facts

    def who(self, class_id: str, at: date = LATER) -> dict[str, str | None]:
        """record → person, as everybody reads it."""
        rows = self.facts.view(at).records(class_id).select("record_id", "person").collect()
        return dict(rows.sort("record_id").iter_rows())

    def why(self, at: date = LATER) -> dict[str, tuple[bool | None, int]]:
        """What was said of pairs: reason → (answer, how many)."""
        pairs = self.facts.matching(at).pairs
        return {
            why: (same, count)
            for why, same, count in pairs.group_by("why", "same").len().iter_rows()
        }

    def mark(self, number: int, born: str = BORN) -> str:
        """The blind index of a made-up ID number."""
        return self.world.vault.blind("id", made_up_id(number, born.replace("-", "")))

    def decide(self, a: str, b: str, same: bool | None, day: date = LATER) -> None:
        decisions.note(self.facts.folder, Decision(a, b, same, day, "wu"))


def number(n: int, born: str = BORN) -> str:
    return made_up_id(n, born.replace("-", ""))


def lu(r: str = "r1", **changes: str) -> dict[str, str]:
    """A row about 陆水根 with everything but a number."""
    return {"r": r, "name": "陆水根", "born": BORN, "place": HERE} | changes

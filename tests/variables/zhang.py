"""Mr Zhang, disabled by an accident three years ago, and his old wife (made-up numbers)."""

from datetime import date

from core.variables.engine.extract import moment
from tests.variables.world import World

AT = date(2022, 7, 15)
LATER = date(2022, 9, 30)
HOME = "当湖-008"
ZHANG, WIFE = "zhang", "zhang-wife"
OF_HOME = {"household": HOME, "region": "330482001001"}


def of(person, **fields):
    return {"person": person, **OF_HOME, **fields}


BEFORE = {
    "P02_01": [
        of(ZHANG, sex="男", birth_date=date(1969, 5, 1), status="正常"),
        of(WIFE, sex="女", birth_date=date(1951, 2, 1), status="正常"),
    ],
    "P02_02": [
        of(ZHANG, relation_to_head="户主", spouse_id=WIFE),
        of(WIFE, relation_to_head="配偶", spouse_id=ZHANG),
    ],
    "P01_01": [
        {
            **OF_HOME,
            "category": "低保",
            "status": "在保",
            "start_date": date(2019, 10, 1),
            "members": [ZHANG, WIFE],
        }
    ],
    "P02_06": [of(ZHANG, happened_at=moment(2019, 6, 1), injury="重伤")],
    "P10_01": [
        of(ZHANG, kind="肢体", level=1, status="有效", issued_at=date(2020, 1, 1)),
    ],
    "P04_07": [of(ZHANG, grade="重度一级", start_date=date(2021, 1, 1))],
    "P01_10": [of(ZHANG, kind="护理补贴", status="在发", pay_month=date(2022, 6, 1))],
    "P03_01": [
        of(WIFE, status="在发", pay_month=date(2022, 6, 1), basic_pension=0, total=600_00),
    ],
    "P04_01": [of(p, year=2022, state="正常") for p in (ZHANG, WIFE)],
    "P01_06": [
        {
            **OF_HOME,
            "checked_at": date(2022, 2, 1),
            "bank_total": 1_600_00,
            "vehicles": 0,
            "houses": 1,
            "businesses": 0,
            "result": "相符",
        }
    ],
    "M06_02": [{**OF_HOME, "grade": "A", "checked_at": date(2022, 3, 1)}],
    "M16_01": [{**OF_HOME, "checked_at": date(2022, 4, 1), "level": "一般", "need_fix": True}],
    "M24_01": [{**OF_HOME, "month": date(2022, 6, 1), "kwh": 90_000, "arrears": 0}],
    "M25_01": [{**OF_HOME, "month": date(2022, 6, 1), "volume": 5_000, "arrears": 0}],
    "M01_12": [{**OF_HOME, "visit_at": date(2022, 6, 5), "kind": "年度复核", "changes": []}],
}

AFTER = {
    "M01_08": [of(ZHANG, service="康复上门", done_at=date(2022, 9, 20))],
    "M04_01": [of(ZHANG, open_date=date(2022, 8, 1), rehab=True)],
    "M08_02": [of(ZHANG, mode="日间照料", days_month=12)],
    "M16_02": [{**OF_HOME, "due_at": date(2022, 8, 1), "fixed_at": date(2022, 7, 28)}],
    "M22_02": [{**OF_HOME, "visited_at": moment(2022, 9, 25, 9), "tags": ["stable"]}],
    "P03_01": [
        of(WIFE, status="在发", pay_month=date(2022, 8, 1), basic_pension=0, total=600_00),
    ],
    "M24_01": [{**OF_HOME, "month": date(2022, 8, 1), "kwh": 90_000, "arrears": 0}],
    "M25_01": [{**OF_HOME, "month": date(2022, 8, 1), "volume": 5_000, "arrears": 0}],
    "P01_10": [of(ZHANG, kind="护理补贴", status="在发", pay_month=date(2022, 8, 1))],
}


def before():
    """Everything delivered, before any service."""
    return World(AT, everything=True, **BEFORE)


def after():
    """The joint team has arranged rehabilitation, a home sick-bed and day care."""
    later = {name: [{"observed": LATER, **row} for row in rows] for name, rows in AFTER.items()}
    return before().later(LATER, **later)

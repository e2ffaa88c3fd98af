"""The family of the newspaper, as the departments' own files tell it (made-up numbers).

Two elders on residents' pensions and their son, who finished college a year ago. Later he
registers, takes a course and finds a job.
"""

from datetime import date

from core.variables.engine.extract import moment
from tests.variables.world import World

AT = date(2022, 7, 15)
LATER = date(2022, 10, 15)
HOME = "鱼圻塘-017"
SHUIGEN, WIFE, JIE = "lu-shuigen", "lu-wife", "lu-jie"
OF_HOME = {"household": HOME, "region": "330482102201"}


def of(person, **fields):
    return {"person": person, **OF_HOME, **fields}


def pension(person):
    return of(
        person,
        status="在发",
        pay_month=date(2022, 6, 1),
        basic_pension=288_00,
        account_pension=400_50,
        total=688_50,
    )


BEFORE = {
    "P02_01": [
        of(SHUIGEN, sex="男", birth_date=date(1957, 3, 2), status="正常"),
        of(WIFE, sex="女", birth_date=date(1959, 11, 8), status="正常"),
        of(JIE, sex="男", birth_date=date(1999, 12, 1), status="正常"),
    ],
    "P02_02": [
        of(SHUIGEN, relation_to_head="户主", spouse_id=WIFE),
        of(WIFE, relation_to_head="配偶", spouse_id=SHUIGEN),
        of(JIE, relation_to_head="子", father_id=SHUIGEN, mother_id=WIFE),
    ],
    "P01_01": [
        {
            **OF_HOME,
            "category": "低保",
            "status": "在保",
            "start_date": date(2020, 5, 1),
            "members": [SHUIGEN, WIFE, JIE],
            "assessed_income_pc": 250_00,
            "review_due": date(2022, 11, 1),
        }
    ],
    "P01_06": [
        {
            **OF_HOME,
            "checked_at": date(2021, 11, 1),
            "bank_total": 2_700_00,
            "securities_total": 0,
            "vehicles": 0,
            "houses": 1,
            "businesses": 0,
            "result": "相符",
        }
    ],
    "P03_01": [pension(SHUIGEN), pension(WIFE)],
    "P03_06": [
        of(
            JIE,
            school="嘉兴职业技术学院",
            major="机电一体化",
            degree="专科",
            grad_date=date(2021, 7, 1),
            employ_state="未就业",
            contact_times=1,
            services=[],
        )
    ],
    "P06_02": [
        of(
            JIE,
            degree="专科",
            fulltime=True,
            enroll_date=date(2018, 9, 1),
            grad_date=date(2021, 7, 1),
            major="机电一体化",
        )
    ],
    "P04_01": [of(p, year=2022, state="正常") for p in (SHUIGEN, WIFE, JIE)],
    "P08_03": [{**OF_HOME, "house_area": 120_000}],
    "M10_05": [{**OF_HOME, "grade": "A", "patrol_at": date(2022, 4, 20), "living": True}],
    "M16_01": [
        {**OF_HOME, "checked_at": date(2022, 5, 10), "level": "无", "need_fix": False},
    ],
    "M24_01": [{**OF_HOME, "month": date(2022, 6, 1), "kwh": 90_000, "arrears": 0}],
    "M25_01": [{**OF_HOME, "month": date(2022, 6, 1), "volume": 8_000, "arrears": 0}],
    "M01_12": [{**OF_HOME, "visit_at": date(2022, 5, 20), "kind": "年度复核", "changes": []}],
    "M22_02": [{**OF_HOME, "visited_at": moment(2022, 6, 25, 9, 30), "tags": []}],
}

AFTER = {
    "P03_04": [
        of(
            JIE, reg_kind="失业", reg_date=date(2022, 7, 18), seeking=True, lose_reason="毕业未就业"
        ),
        of(JIE, reg_kind="就业", reg_date=date(2022, 9, 1), employer="某机电有限公司"),
    ],
    "P03_03": [
        of(
            JIE,
            insure_kind="养老",
            identity="职工",
            employer="某机电有限公司",
            start_date=date(2022, 9, 1),
            pay_month=date(2022, 9, 1),
        )
    ],
    "P11_01": [of(JIE, tax_month=date(2022, 9, 1), wage=7_809_00)],
    "P03_08": [
        of(
            JIE,
            course="数控车工",
            start_date=date(2022, 7, 25),
            finish=True,
            cert_name="数控车工",
            cert_level="中级",
        )
    ],
    "M02_03": [of(JIE, trade="数控车工", start_date=date(2022, 7, 25), attended=True)],
    "P01_06": [
        {
            **OF_HOME,
            "checked_at": date(2022, 10, 1),
            "bank_total": 4_500_00,
            "securities_total": 0,
            "vehicles": 0,
            "houses": 1,
            "businesses": 0,
            "result": "相符",
        }
    ],
    "P03_01": [
        pension(p) | {"pay_month": date(2022, 9, 1), "data_date": date(2022, 9, 20)}
        for p in (SHUIGEN, WIFE)
    ],
    "M24_01": [{**OF_HOME, "month": date(2022, 9, 1), "kwh": 90_400, "arrears": 0}],
    "M25_01": [{**OF_HOME, "month": date(2022, 9, 1), "volume": 8_000, "arrears": 0}],
    "M22_02": [{**OF_HOME, "visited_at": moment(2022, 10, 5, 10), "tags": ["found_job"]}],
}


def before():
    """Everything delivered, on the day the alert goes out."""
    return World(AT, everything=True, **BEFORE)


def after():
    """45 days after his first day at work."""
    later = {name: [{"observed": LATER, **row} for row in rows] for name, rows in AFTER.items()}
    return before().later(LATER, **later)

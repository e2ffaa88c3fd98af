"""A whole made-up installation: keys, database, facts, staff, a resident, two families, what they said.

Everything that would hurt somebody if it got out is planted here once, so that tests can look for it.
"""

from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from core import audit
from core.appeals import ask_person
from core.cases import work
from core.house import House
from core.intake import import_paths
from core.privacy.vault import Vault
from core.store.casework import Case
from core.store.database import atomically
from core.store.mail import Inbox
from core.store.people import Account
from jpf.home import open_house
from tests.factories import case, person, staff
from tests.intake.world import made_up_id

LU, WANG = "陆水根", "汪桂英"
LU_ID, WANG_ID = made_up_id(17, "19570302"), made_up_id(18, "19430511")
LU_PHONE, WANG_PHONE = "19900001717", "19900001818"
STREET = "鱼圻塘村九组十七号"
WORDS = "去了陆水根家，他说腰椎间盘突出，干不动了"
RESIDENT = "林阿姨"
CRY = "我妈摔了一跤，没钱看病"
PLANTED = (LU, WANG, LU_ID, WANG_ID, LU_PHONE, WANG_PHONE, STREET, WORDS, RESIDENT, CRY)

PEOPLE = f"""记录编号,身份证号,户号,姓名,联系电话,户籍地址,性别,出生日期
r1,{LU_ID},H1,{LU},{LU_PHONE},{STREET},男,1957-03-02
r2,{WANG_ID},H2,{WANG},{WANG_PHONE},{STREET},女,1943-05-11
r3,,H3,王甲,,,男,三月二日
"""
TIES = f"""记录编号,身份证号,户号,配偶标识
t1,{WANG_ID},H2,{LU_ID}
"""
DIBAO = f"""记录编号,身份证号,户号,业务日期,保障证号,月保障金,共同生活成员
d1,{WANG_ID},H2,2022-07-01,Z2,1070,{LU_ID}、{WANG_ID}
"""
DEVICES = f"""记录编号,身份证号,户号,业务日期,设备号,设备类型,事件,事件时间
e1,{LU_ID},H1,2022-05-20,D1,SOS,SOS,2022-05-20 03:10:00
e2,{LU_ID},H1,2022-07-10,D1,SOS,恢复,2022-07-10 03:12:00
"""
FILES = {"P02-01": PEOPLE, "P02-02": TIES, "P01-01": DIBAO, "M01-04": DEVICES}


def install(home: Path, database_url: str = "") -> Path:
    """An empty installation on made-up data; its database is there already."""
    home.mkdir(parents=True, exist_ok=True)
    text = 'made_up = true\n[bot]\ntoken = "9900000001:not-a-real-token-at-all-of-nobody"\n'
    text += 'api_root = "http://127.0.0.1:9"\n'
    if database_url:
        text += f'[database]\nurl = "{database_url}"\n'
    (home / "jingpingfu.toml").write_text(text, "utf-8")
    Vault.create(home / "keys.json")
    return home


@asynccontextmanager
async def living(home: Path):
    """The installation, open and filled with what a month leaves behind."""
    async with open_house(home) as house:
        await fill(house)
        yield house


async def fill(house: House) -> None:
    now = house.clock()
    deliver(
        house, {name: text for name, text in FILES.items() if name != "M01-04"}, date(2022, 7, 1)
    )
    deliver(house, {"M01-04": DEVICES.splitlines()[0] + "\n" + DEVICES.splitlines()[1] + "\n"},
            date(2022, 5, 21))  # fmt: skip
    deliver(house, {"M01-04": DEVICES}, date(2022, 7, 11))
    people = await staff(now)
    lin = await person("lin", "resident", now, chat="31", name=RESIDENT, household="H1",
                       area="330482102201")  # fmt: skip
    await atomically(lambda: speak(lin, people["peng"], now))
    await told(await opened(house, "H1", LU_ID, now), people["peng"], now + timedelta(hours=2))


async def opened(house: House, household: str, number: str, at: datetime, **more) -> Case:
    who = house.vault.blind("id", number)
    return await case(at, household=household, person=who, subject=who, **more)


async def told(found: Case, worker: Account, at: datetime, **more) -> None:
    """The worker took the case, went there and said what she saw."""
    from core import accounts

    who = await accounts.who(worker)
    report = work.Report(words=WORDS, **{"action": "visited", **more})
    await atomically(lambda: work.report(found, who, report, key=f"v{found.id}", at=at))


async def speak(resident: Account, worker: Account, at: datetime) -> None:
    from core import accounts

    payload = {"message": {"text": CRY, "chat": {"id": 31}}}
    await Inbox.create(channel="telegram", update_key="1", chat="31", payload=payload,
                       state="done", received_at=at, handled_at=at)  # fmt: skip
    await ask_person(await accounts.who(resident), CRY, at=at, key="telegram:1")
    await audit.record(worker.handle, "see", "H1", at=at)


def deliver(house: House, files: dict[str, str], day: date) -> None:
    folder = house.settings.home / "sent"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    paths = [folder / f"{name}.csv" for name in files]
    rejects = house.settings.home / "rejects" / str(day)
    reports = import_paths(paths, day, house.facts, house.vault, rejects=rejects)
    assert not any(report.problem for report in reports), [r.problem for r in reports]
    for path in paths:
        path.unlink()

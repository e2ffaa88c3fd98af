"""Draw a card, print a booklet, paint a digest."""

import argparse
import asyncio
from pathlib import Path

from jpf.output import day, emit, tell

HELP = "画卡、出册、画早报"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("card", "booklet", "digest"))
    parser.add_argument("ref", help="户号、案件编号；早报写区划代码或地名")
    parser.add_argument("--at", help="哪一天（默认今天）")
    parser.add_argument("-o", "--output", type=Path, required=True, help="存成哪个文件")
    parser.add_argument("--lang", default="zh", choices=("zh", "en"))
    parser.add_argument("--by", default="操作员", help="谁打开的，印在上面")
    parser.add_argument("--masked", action="store_true", help="一户一册只出手机上看的脱敏版")


def run(args: argparse.Namespace) -> int:
    size = asyncio.run(_draw(args))
    emit({"file": str(args.output), "bytes": size}) if args.json else tell(f"画好了：{args.output}")
    return 0


async def _draw(args: argparse.Namespace) -> int:
    from core import audit
    from core.clock import local
    from core.family import drawing
    from core.render.data import Opened
    from core.store.database import atomically
    from jpf.home import open_house
    from jpf.refs import household_of

    at = day(args.at)
    async with open_house(args.home) as house:
        now = house.clock()
        opened = Opened(by=args.by, at=local(now))
        if args.what == "digest":
            area = house.city.code_of(args.ref)
            drawn = await drawing.digest_picture(house, at, area, now, by=args.by, lang=args.lang)
        else:
            household = await household_of(args.ref, house.facts, at)
            await atomically(
                lambda: audit.record("operator", f"render_{args.what}", args.ref[:64], at=now)
            )
            if args.what == "card":
                drawn = await drawing.card_picture(house, household, at, opened, lang=args.lang)
            else:
                drawn = await drawing.booklet_document(
                    house, household, at, opened, lang=args.lang, full=not args.masked
                )
        args.output.write_bytes(drawn.data)
        return len(drawn.data)

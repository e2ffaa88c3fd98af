"""The service: bot, scheduler and web in one process, or one of them."""

import argparse
import asyncio
import logging

from jpf.output import tell
from jpf.parts import PARTS, parts
from jpf.quickly import quickly

HELP = "开服务：机器人、调度、网页，一个进程全有"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--only", type=parts, metavar="bot,sender,scheduler,web",
        help="只开其中几样，逗号隔开；开几个进程要用 PostgreSQL",
    )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    from core.logs import speak_plainly

    speak_plainly(logging.INFO)
    asyncio.run(_serve(args))
    return 0


async def _serve(args: argparse.Namespace) -> None:
    with quickly():
        from core.family.drawing import drawer
        from core.safety.falling import begin
        from jpf.home import lock_house, open_house
        from jpf.service import Service

    async with open_house(args.home) as house:
        sqlite = house.settings.database_url.startswith("sqlite")
        lock = lock_house(house.settings) if sqlite else None
        start = begin(house.settings.home, house.clock())
        try:
            service = Service(house, drawer(house), args.only or frozenset(PARTS), start)
            tell(f"服务开了：http://{house.settings.web.host}:{house.settings.web.port}/healthz")
            await service.run_until_stopped()
            start.ended()
        except BaseException as error:
            start.fell(error)
            raise
        finally:
            if lock:
                lock.close()

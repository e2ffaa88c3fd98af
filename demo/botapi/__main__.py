"""The look-alike as a process of its own: python -m demo.botapi --port 8081

Prints one line of JSON when it is ready: root (for base_url), token, control.
"""

import argparse
import asyncio
import json
import signal
import sys
from pathlib import Path

from demo.botapi import control, wire
from demo.botapi.faults import Faults
from demo.botapi.limits import Limits
from demo.botapi.people import Chat, User
from demo.botapi.serve import serving
from demo.botapi.server import TOKEN, BotApi

USERS = (
    User(11, "彭老师", "worker", "Peng", "鱼圻塘村第 3 网格", "Yuqitang grid 3"),
    User(12, "陈阿姨", "resident", "Mrs Chen"),
    User(13, "程主任", "supervisor", "Director Cheng"),
    User(21, "人社局 小周", "department", "Zhou (Jobs)"),
    User(22, "医保站 老吴", "department", "Wu (Health insurance)"),
)
ROOM = Chat(-100, "新埭镇 帮扶群", (11, 21, 22), "Xindai town room")


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo.botapi", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: any free port")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--no-limits", action="store_true", help="never answer 429 by itself")
    parser.add_argument("--seed", type=int, default=0, help="of the faults")
    parser.add_argument("--empty", action="store_true", help="no people; add them by /_ctl")
    parser.add_argument("--truth", type=Path, help="keep the truth log in this file")
    return parser.parse_args(given)


def build(options: argparse.Namespace) -> BotApi:
    return BotApi(
        () if options.empty else USERS,
        () if options.empty else (ROOM,),
        options.token,
        Faults(seed=options.seed),
        limits=Limits(on=not options.no_limits),
        truth_file=options.truth,
    )


async def run(options: argparse.Namespace) -> None:
    api, stop = build(options), asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    app = wire.application(api, *control.routes(api))
    async with serving(app, options.port) as root:
        ready = {"root": root, "token": api.token, "control": f"{root}/_ctl"}
        sys.stdout.write(json.dumps(ready) + "\n")
        sys.stdout.flush()
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(run(arguments()))

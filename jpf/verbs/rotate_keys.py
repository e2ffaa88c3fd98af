"""Change the sealing keys while the service runs; killed at any moment, it goes on where it stopped."""

import argparse
import asyncio
from typing import Any

from jpf.output import emit, moment, tell

HELP = "换密钥：加一把新的，在线重新封存全部资料"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--drop-old", action="store_true", help="逐条验过新密钥都打得开以后，删掉旧的（不能反悔）"
    )


def run(args: argparse.Namespace) -> int:
    report = asyncio.run(_drop(args) if args.drop_old else _rotate(args))
    emit(report) if args.json else tell(str(report.pop("words")))
    return 0


async def _rotate(args: argparse.Namespace) -> dict[str, Any]:
    from core.safety.rotation import rotate
    from jpf.home import open_house

    async with open_house(args.home) as house:
        done = await rotate(house, at=moment(None), tell=lambda what, n: tell(f"{what}：{n}"))
        keys_file = house.settings.keys_file
    words = (
        f"现在用第 {done.key} 号密钥：数据库重封 {done.values} 条，事实重封 {done.files} 个文件。"
        f"请把 {keys_file} 另存一份到离线的地方。过一小时再运行 jpf rotate-keys --drop-old 删旧钥匙。"
    )
    return {"key": done.key, "values": done.values, "files": done.files, "words": words}


async def _drop(args: argparse.Namespace) -> dict[str, Any]:
    from core.safety.rotation import drop_old
    from jpf.home import open_house

    async with open_house(args.home) as house:
        gone = await drop_old(house, at=moment(None))
    numbers = "、".join(map(str, gone))
    words = (
        f"旧密钥（{numbers} 号）删了。之前做的安全副本还要用旧钥匙才打得开：离线保管的那份先别扔。"
        if gone
        else "只有一把密钥，没有旧的可删。"
    )
    return {"gone": gone, "words": words}

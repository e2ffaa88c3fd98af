"""Restore a safety copy into an empty place; nothing is sent until it is released."""

import argparse
import asyncio
import shutil
from pathlib import Path
from typing import Any

from jpf.output import emit, moment, say, tell

HELP = "恢复安全副本到空的地方；放行以前什么也不发"
SHOWN = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="副本的文件夹或清单")
    parser.add_argument("--check", action="store_true", help="只验副本，什么也不写")
    parser.add_argument("--list", action="store_true", help="列出压着没发的消息")
    parser.add_argument(
        "--release", action="store_true", help="放行：压着的消息标“可能重复”，开始发"
    )
    parser.add_argument(
        "--cancel", action="store_true", help="和 --release 一起：副本里的旧消息不发了"
    )


def run(args: argparse.Namespace) -> int:
    from core.problems import Problem

    if args.list or args.release:
        return asyncio.run(_release(args) if args.release else _list(args))
    if args.file is None:
        raise Problem("要恢复哪一份？请写副本的文件夹，如 jpf restore 备份/jpf-20220715-083000。")
    return _check(args) if args.check else asyncio.run(_restore(args))


def _check(args: argparse.Namespace) -> int:
    from core.config import load_settings
    from core.privacy.vault import Vault
    from core.safety.copies.restoring import check

    settings = load_settings(args.home)
    stage = args.home / ".check"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    try:
        known = check(args.file, Vault.open(settings.keys_file), stage)
    finally:
        shutil.rmtree(stage)
    report = {"made": known.made, "schema": known.schema, "problem": known.problem or None}
    words = f"副本是好的：{known.made} 做的，{len(known.files)} 个文件都验过。"
    emit(report) if args.json else tell(known.problem or words)
    return 1 if known.problem else 0


async def _restore(args: argparse.Namespace) -> int:
    from core.safety.copies.restoring import restore
    from jpf.home import furnish

    done = await restore(args.file, furnish(args.home), at=moment(None))
    if args.json:
        emit(_report(done))
        return 0
    known = done.manifest
    tell(
        f"恢复好了：{known.made} 的副本，{sum(known.rows.values())} 行，审计链完整。"
        f"有 {len(done.waiting)} 条消息当时还没发完，可能后来已经发过，先全部压着。"
    )
    for line in done.waiting[:SHOWN]:
        tell(f"  {line.id}　{line.case or '—'}　给 {line.to or '—'}　{line.notice}　（{line.was}）")
    if done.forgotten:
        tell(f"副本之后依法删过 {done.forgotten} 家（人），已经照样再删一遍。")
    tell(
        "看清楚再放行：jpf restore --release（标“可能重复”发出），"
        "或 jpf restore --release --cancel（旧消息不发了）。令牌和数据库地址不在副本里，请在配置里填上。"
    )
    return 0


def _report(done: Any) -> dict[str, Any]:
    known = done.manifest
    return {
        "made": known.made,
        "schema": known.schema,
        "rows": sum(known.rows.values()),
        "facts_rows": sum(known.facts.values()),
        "anchor": f"{known.trail_length}:{known.trail_hash}",
        "held": [line.to_json() for line in done.waiting],
        "forgotten": done.forgotten,
    }


async def _list(args: argparse.Namespace) -> int:
    from core.clock import iso
    from core.safety import held
    from jpf.home import open_house

    async with open_house(args.home):
        since, lines = await held.held_since(), await held.waiting()
    if args.json:
        emit({"held_since": iso(since), "waiting": [line.to_json() for line in lines]})
    else:
        tell(f"从 {iso(since)} 起压着不发。" if since else "没有压着，照常在发。")
        for line in lines:
            say(f"{line.id}\t{line.case}\t{line.to}\t{line.notice}\t{line.was}\t{line.created}")
    return 0


async def _release(args: argparse.Namespace) -> int:
    from core.safety import held
    from jpf.home import open_house

    async with open_house(args.home):
        sent = await held.release(at=moment(None), cancel=args.cancel)
    emit({"released": sent}) if args.json else tell(
        f"放行了：{sent} 条消息会发出，都写明可能重复。"
    )
    return 0

"""Made-up Pinghu with four phones in the browser; or the whole story once, without one."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from jpf.output import emit, say, tell
from jpf.quickly import quickly

HELP = "演示：编的平湖，四部手机；--once 把故事走一遍"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="不开浏览器，把故事走一遍并印出来")
    parser.add_argument("--port", type=int, default=0, help="本机端口，默认随便一个空的")
    parser.add_argument("--no-browser", action="store_true", help="不自动打开浏览器")
    parser.add_argument("--lang", default="zh", choices=("zh", "en"))


def run(args: argparse.Namespace) -> int:
    return asyncio.run(_once(args) if args.once else _live(args))


async def _once(args: argparse.Namespace) -> int:
    with quickly():
        from demo.play import told_once

    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="jpf-demo-") as folder:
        told = await told_once(Path(folder))
    seconds = round(time.perf_counter() - started, 1)
    if args.json:
        emit({"ok": told["ok"], "seconds": seconds, **told})
    else:
        for line in _lines(told):
            say(line)
        tell(f"{'每一步都走到了' if told['ok'] else '没有走完'}，用了 {seconds} 秒。")
    return 0 if told["ok"] else 1


def _lines(told: dict[str, Any]) -> list[str]:
    out = []
    for step in told["steps"]:
        mark = "✓" if step["ok"] else "✗"
        out.append(f"\n{mark} {step.get('at', '')}　{step['step']}　{step.get('why', '')}")
        out += [f"    {k}: {v}" for k, v in step.items() if k not in ("step", "at", "ok", "why")]
    out.append("\n—— 对话 ——")
    out += [f"{line['who']}：{line['text']}" for line in told["transcript"]]
    return out


async def _live(args: argparse.Namespace) -> int:
    import webbrowser

    with quickly():
        from demo.play import live

    with tempfile.TemporaryDirectory(prefix="jpf-demo-") as folder:
        async with live(Path(folder), port=args.port, lang=args.lang) as address:
            say(f"打开：{address}")
            sys.stdout.flush()
            tell("数据都是编的，只在本机。按 Ctrl-C 结束。")
            if not args.no_browser:
                webbrowser.open(address)
            await asyncio.Event().wait()
    return 0

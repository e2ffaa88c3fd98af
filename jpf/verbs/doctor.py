"""Is this installation well? Every finding names the command that mends it."""

import argparse
import asyncio
from typing import TYPE_CHECKING

from jpf.output import emit, say

if TYPE_CHECKING:
    from core.checks import Finding

HELP = "体检：每个毛病都写着用哪条命令治"
MARKS = {"ok": "✓", "warn": "!", "bad": "✗"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing beyond --home and --json."""


def run(args: argparse.Namespace) -> int:
    """0 when nothing is bad (warnings allowed), 1 when something is."""
    from core.checks import as_json, worst

    findings = asyncio.run(_examine(args))
    if args.json:
        emit(as_json(findings))
    else:
        for finding in findings:
            say(
                f"{MARKS[finding.level]} {finding.words}"
                + (f"  → {finding.fix}" if finding.fix else "")
            )
    return 1 if worst(findings) == "bad" else 0


async def _examine(args: argparse.Namespace) -> "list[Finding]":
    from core.checks import Finding, examine
    from core.problems import Problem
    from jpf import vendor
    from jpf.home import open_house
    from scheduler import behind

    try:
        async with open_house(args.home) as house:
            return await examine(house, {"scheduler": behind.check, "vendor": vendor.check})
    except Problem as problem:
        return [Finding("home", "bad", str(problem), f"jpf init --home {args.home}")]

"""Alerts from a process of their own, that may be killed: `python -m bench._faulty.opener`."""

import argparse
import asyncio
import sys
from pathlib import Path

from bench._faulty.ground import Staff, open_one, opened


async def main(args: argparse.Namespace) -> None:
    """Open every case up to *until*, from the first that is missing, at *rate* a second."""
    staff = Staff(args.workers, args.units)
    async with opened(args.home) as ground:
        for n in range(args.since, args.until):
            await open_one(n, staff, ground)
            await asyncio.sleep(1 / args.rate)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=Path, required=True)
    for name in ("workers", "units", "since", "until"):
        parser.add_argument(f"--{name}", type=int, required=True)
    parser.add_argument("--rate", type=float, default=50.0)
    asyncio.run(main(parser.parse_args()))
    sys.exit(0)

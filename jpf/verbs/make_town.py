"""jpf make-town: a made-up town with known truth, as the files its departments would send."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from jpf.output import emit, tell

HELP = "造一个虚构的镇：各部门逐日送来的数据，旁边附上真相"
HOUSEHOLDS = 3_489  # seed: helped in 2022


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--households", type=int, default=HOUSEHOLDS, metavar="N", help="多少户在帮"
    )
    parser.add_argument("--years", type=int, default=2, metavar="Y", help="从 2022 年起几年")
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help="种子：同一个种子，同样的文件"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="写到哪个空文件夹")
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv", help="文件格式")
    parser.add_argument(
        "--city-households", type=int, default=0, metavar="M", help="连同全市其余住户一共多少户"
    )


def run(args: Namespace) -> int:
    """0 when everything is written; the folder must be empty."""
    from demo.town.makes import make_town

    made = make_town(
        args.out,
        households=args.households,
        years=args.years,
        seed=args.seed,
        parquet=args.format == "parquet",
        city=args.city_households,
        progress=_progress,
    )
    if args.json:
        emit(
            {
                "out": str(args.out),
                "days": made.days,
                "files": made.files,
                "households": made.households,
                "persons": made.persons,
                "rows": made.rows,
                "truth": made.truth,
            }
        )
    tell(
        f"{made.households} 户 {made.persons} 人，{made.days} 天，{len(made.rows)} 类，"
        f"{sum(made.rows.values())} 行，{made.files} 个文件。真相在 {args.out / 'truth'}。"
    )
    tell(f"逐日导入：jpf import {args.out}")
    return 0


def _progress(class_id: str, rows: int) -> None:
    if class_id.endswith("-01"):
        tell(f"{class_id}　已写 {rows} 行")

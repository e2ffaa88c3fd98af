"""Alkire-Foster over any table: published figures can be reproduced, ours can be checked."""

import argparse
from pathlib import Path
from typing import Any

from jpf.output import emit, say

HELP = "多维测量（Alkire-Foster）：任何 CSV 或 Parquet 表的 H、A、M0"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="CSV 或 Parquet 表")
    parser.add_argument("--indicators", required=True, help="指标列，用逗号隔开")
    parser.add_argument(
        "--k", required=True, help="贫困线：不超过 1 是占全部权重的比例，超过 1 是权重之和"
    )
    parser.add_argument(
        "--weights", help='权重，JSON 或 JSON 文件：{"a": 1, "b": "1/3"}（默认相等）'
    )
    parser.add_argument(
        "--cutoffs", help='剥夺线，JSON 或文件：{"a": 13, "b": ">= 0.4"}；0/1 列不用写'
    )
    parser.add_argument("--by", help="按这一列分组")
    parser.add_argument("--weight-col", help="抽样权重所在的列")
    parser.add_argument("--strata", help="分层所在的列（算标准误）")
    parser.add_argument("--cluster", help="初级抽样单位所在的列（算标准误）")
    parser.add_argument("--missing", choices=("drop", "bounds"), default="drop",
                        help="缺值的行：不计（drop），或给出上下界（bounds）")  # fmt: skip
    parser.add_argument("--publish", action="store_true", help="按对外发布的要求隐去不足 10 户的格")


def run(args: argparse.Namespace) -> int:
    from core.measure import measure, published

    answer = measure(_table(args.file), _design(args))
    if args.publish:
        answer = published(answer)
    if args.json:
        emit(answer)
    else:
        for line in _lines(answer):
            say(line)
    return 0


def _design(args: argparse.Namespace) -> Any:
    from core.measure.design import Design, fraction

    weights = _given(args.weights, "--weights")
    return Design(
        indicators=tuple(name.strip() for name in args.indicators.split(",") if name.strip()),
        k=fraction(args.k, "k"),
        weights={name: fraction(w, f"{name} 的权重") for name, w in weights.items()},
        cutoffs=_given(args.cutoffs, "--cutoffs"),
        by=args.by,
        weight=args.weight_col,
        strata=args.strata,
        cluster=args.cluster,
        missing=args.missing,
    )


def _given(text: str | None, what: str) -> dict[str, Any]:
    """JSON as it stands or from a file; numbers stay as they are written."""
    from core.fromjson import read_json
    from core.measure import MeasureError

    if text is None:
        return {}
    source = text if text.lstrip().startswith("{") else _there(Path(text)).read_text("utf-8")
    try:
        found = read_json(source, parse_float=str)
    except ValueError as error:
        raise MeasureError(
            f'{what} 不是 JSON：请写成 {{"列名": 数}}，或给出 JSON 文件。'
        ) from error
    if not isinstance(found, dict):
        raise MeasureError(f'{what} 不是一组“列名: 数”：请写成 {{"列名": 数}}。')
    return found


def _table(path: Path) -> Any:
    import polars as pl

    from core.measure import MeasureError

    readers: dict[str, Any] = {
        ".csv": lambda p: pl.read_csv(p, infer_schema_length=None, null_values=["", "NA"]),
        ".parquet": pl.read_parquet,
    }
    if path.suffix.lower() not in readers:
        raise MeasureError(f"{path.name} 不是 CSV 或 Parquet：请先转成其中一种。")
    try:
        return readers[path.suffix.lower()](_there(path))
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise MeasureError(f"{path.name} 读不出来：请检查它是不是完整的表格（UTF-8）。") from error


def _there(path: Path) -> Path:
    from core.measure import MeasureError

    if not path.is_file():
        raise MeasureError(f"找不到文件 {path.name}：请检查路径，或直接写 JSON。")
    return path


def _lines(answer: dict[str, Any]) -> list[str]:
    """The same for people: the three figures, then a line an indicator, then a line a group."""
    out = [f"k={answer['k']:g}　n={answer['n']}　缺值 {answer['missing']['rows']} 行"]
    out.append(_figures("全部", answer))
    for name, headcount in answer.get("uncensored", {}).items():
        censored = answer["censored"][name]
        share = answer["contribution"].get(name)
        out.append(
            f"{name}　剥夺率 {_said(headcount)}　其中贫困 {_said(censored)}　贡献 {_said(share)}"
        )
    out += [_figures(name or "（空）", group) for name, group in answer.get("by", {}).items()]
    return out


def _figures(name: str, answer: dict[str, Any]) -> str:
    if answer.get("suppressed"):
        return f"{name}　n={answer['n']}　不足 10 户，不公布"
    told = "　".join(f"{figure}={_said(answer[figure])}" for figure in ("H", "A", "M0"))
    return f"{name}　n={answer['n']}　{told}"


def _said(value: Any) -> str:
    if isinstance(value, list):
        return "–".join(_said(end) for end in value)
    return "?" if value is None else f"{value:.4f}"

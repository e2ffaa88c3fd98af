"""JSON lines: one object a line; keys may come and go."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from core.intake.examine import lines
from core.intake.header import MAX_COLUMNS
from core.intake.problem import Broken, FileProblem
from core.intake.table import Chunk, Examined, frame_of

CHUNK = 16_384  # objects weigh more than lines
NOT_JSON = "这一行不是完整的 JSON 对象"


def read(path: Path, class_id: str, examined: Examined) -> Iterator[Chunk]:
    """Rows of a JSONL file; every chunk stands under all keys seen so far."""
    places: dict[str, int] = {}
    numbered = enumerate(lines(path, examined.encoding), 1)
    while block := list(islice(numbered, CHUNK)):
        broken: list[Broken] = []
        found: list[tuple[int, dict[str, Any]]] = []
        for row, line in block:
            _take(row, line, found, broken)
        _learn(places, found)
        rows = [_cells(record, places) for _, record in found]
        yield Chunk(list(places), frame_of(rows, [row for row, _ in found], len(places)), broken)


def _take(
    row: int, line: str, found: list[tuple[int, dict[str, Any]]], broken: list[Broken]
) -> None:
    if not line.strip():
        return
    try:
        record = json.loads(line, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        record = None
    if isinstance(record, dict):
        found.append((row, record))
    else:
        broken.append(Broken(row, [line.rstrip("\n")], NOT_JSON))


def _learn(places: dict[str, int], found: list[tuple[int, dict[str, Any]]]) -> None:
    for row, record in found:
        for key in record:
            places.setdefault(key, len(places))
        if len(places) > MAX_COLUMNS:
            raise FileProblem(f"到第 {row} 行已有超过 {MAX_COLUMNS} 个字段名。请只保留本类的字段。")


def _cells(record: dict[str, Any], places: dict[str, int]) -> list[str]:
    cells = [""] * len(places)
    for key, value in record.items():
        cells[places[key]] = _text(value)
    return cells


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "、".join(map(_text, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

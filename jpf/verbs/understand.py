"""jpf understand resident|worker: JSON lines in, JSON lines out."""

import argparse
import io
import json
import sys
from collections.abc import Callable
from typing import Any, TextIO

HELP = "读懂居民或网格员的话（标准输入每行一个 JSON：id、text）"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("who", choices=("resident", "worker"), help="resident 居民；worker 网格员")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="附上依据：每个结论来自哪几个字、把握多大、要追问什么",
    )


def run(args: argparse.Namespace) -> int:
    """Every line is answered; a line that cannot be read is told on stderr, and the exit code is 1."""
    from core.language import understand_resident, understand_worker

    understand: Callable[[str], Any] = (
        understand_resident if args.who == "resident" else understand_worker
    )
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    return answer(sys.stdin, sys.stdout, sys.stderr, understand, explain=args.explain)


def answer(
    lines: TextIO, out: TextIO, errors: TextIO, understand: Callable[[str], Any], *, explain: bool
) -> int:
    """Read messages line by line and write what is understood of each."""
    failed = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        message, trouble = _message(line)
        if trouble:
            errors.write(
                f'第{number}行读不了：{trouble}。请改成 {{"id": "1", "text": "…"}} 的样子再试。\n'
            )
            failed = 1
            continue
        said = understand(message["text"])
        told = {"id": message["id"]} | said.to_json() | (_explained(said) if explain else {})
        out.write(json.dumps(told, ensure_ascii=False) + "\n")
    return failed


def _message(line: str) -> tuple[dict[str, Any], str]:
    """The message of a line, or why there is none."""
    from core.fromjson import read_json

    try:
        found = read_json(line.encode())
    except UnicodeEncodeError:
        return {}, "有认不出的字节，要用 UTF-8"
    except ValueError:
        return {}, "不是 JSON"
    if not isinstance(found, dict) or "id" not in found:
        return {}, "没有 id"
    if not isinstance(found.get("text"), str):
        return {}, "没有 text，或者 text 不是文字"
    return found, ""


def _explained(said: Any) -> dict[str, Any]:
    """What goes beyond the contract: danger, doubts, and the words behind every reading."""
    spans = [
        {
            "about": s.about,
            "key": s.key,
            "said": s.said,
            "at": [s.start, s.end],
            "confidence": s.confidence,
        }
        for s in said.spans
    ]
    told: dict[str, Any] = {
        "crisis": list(said.crisis),
        "confidence": round(said.confidence, 2),
        "uncertain": list(said.uncertain),
        "evidence": spans,
    }
    if parts := getattr(said, "parts", ()):
        told["parts"] = [{"who": p.who, "cases": list(p.cases)} | p.to_json() for p in parts]
    if doubts := getattr(said, "contradictions", ()):
        told["ask"] = [d.question for d in doubts]
    return told

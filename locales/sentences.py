"""Every Chinese sentence the product can say to a person, found in the source by its syntax.

In the rooms that talk (bot) each Chinese literal that is not documentation is a sentence; elsewhere only
what is handed to `tr` or `fill` is. Tests hold the catalogue and the wording to this list.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CHINESE = re.compile(r"[\u4e00-\u9fff]")
TALKING = (
    "bot/messages", "bot/handlers", "bot/channels", "bot/notices.py", "core/desk/watching.py", "web/desk",
)  # fmt: skip
IN_TEMPLATES = re.compile(r"""\bt\(\s*["']([^"']+)["']""")
CALLS = {"tr", "fill", "Button"}


def sentences(root: Path) -> dict[str, str]:
    """Each sentence and the first file that says it."""
    found: dict[str, str] = {}
    for path in sorted((root / "web").rglob("*.html")):
        for text in IN_TEMPLATES.findall(path.read_text("utf-8")):
            if CHINESE.search(text):
                found.setdefault(text, path.relative_to(root).as_posix())
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if name.startswith((".", "tests", "build", "demo/town")):
            continue
        for text in said_in(path, everything=name.startswith(TALKING)):
            found.setdefault(text, name)
    return found


def said_in(path: Path, *, everything: bool) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {id(node) for node in _docstrings(tree)}
    for node in ast.walk(tree):
        if everything and isinstance(node, ast.Constant) and id(node) not in documentation:
            yield from _text(node)
        elif isinstance(node, ast.Call) and _name(node.func) in CALLS and node.args:
            yield from _text(node.args[0])


def _text(node: ast.AST) -> Iterator[str]:
    if (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CHINESE.search(node.value)
    ):
        yield node.value


def _name(func: ast.AST) -> str:
    return func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")


def _docstrings(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            yield body[0].value

"""`jpf VERB …`: finds the verb's file, reads its arguments, runs it.

Contract for other programs: with --json one JSON document on stdout and nothing else there; exit 0
ok, 1 a problem was found or the work failed, 2 wrong usage; an error is one sentence that says
what, why and what to do. Verbs import what is heavy only when they run.
"""

import argparse
import json
import logging
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from core.config import default_home
from jpf import verbs

RENAMED = {"import_": "import", "make_town": "make-town", "rotate_keys": "rotate-keys"}


def main(argv: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if argv is None else argv
    parser = build_parser(arguments)
    args = parser.parse_args(arguments)
    if args.verb is None:
        parser.print_help()
        return 2
    try:
        quietly()
        return int(args.run(args))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 1
    except expected_problems() as problem:
        return tell(args, str(problem))


def quietly() -> None:
    """What libraries and jobs log goes to stderr, from warnings up; stdout is the answer alone."""
    from core.logs import speak_plainly

    speak_plainly(logging.WARNING)


def tell(args: argparse.Namespace, sentence: str) -> int:
    """One sentence instead of a traceback, for people or as JSON."""
    if getattr(args, "json", False):
        sys.stdout.write(json.dumps({"error": sentence}, ensure_ascii=False) + "\n")
    sys.stderr.write(sentence + "\n")
    return 1


def expected_problems() -> tuple[type[BaseException], ...]:
    """Problems whose sentence is written for the reader; anything else is a bug and shows."""
    from core.problems import Problem

    return (Problem, FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError)


def build_parser(arguments: list[str]) -> argparse.ArgumentParser:
    """The parser of the verb asked for; all verbs with one line each otherwise."""
    parser = argparse.ArgumentParser(prog="jpf", description="精平扶：困难群体精准画像")
    parser.set_defaults(home=default_home(), json=False)
    chosen = parser.add_subparsers(dest="verb", metavar="VERB")
    names = {RENAMED.get(m.name, m.name): m.name for m in iter_modules(verbs.__path__)}
    asked = next((a for a in arguments if a in names), None)
    for name, module in names.items():
        if asked in (None, name):
            verb: ModuleType = import_module(f"jpf.verbs.{module}")
            sub = chosen.add_parser(name, help=verb.HELP, description=verb.HELP)
            verb.arguments(sub)
            sub.set_defaults(run=verb.run)
    _take_everywhere(parser)
    return parser


def _take_everywhere(parser: argparse.ArgumentParser) -> None:
    """--home and --json mean the same before a verb, after it, and after its action."""
    parser.add_argument(
        "--home", type=Path, default=argparse.SUPPRESS, help="配置和数据所在的文件夹"
    )
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="输出 JSON")
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for sub in action.choices.values():
                _take_everywhere(sub)


if __name__ == "__main__":
    sys.exit(main())

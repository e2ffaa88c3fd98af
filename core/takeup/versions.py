"""What a rule is, in eight characters: they change with its conditions, its words, its amounts."""

import re
from datetime import date
from hashlib import sha256
from pathlib import Path

from core import rules as shelf
from core.city import Standards
from core.rules import rules

HOME = Path(shelf.__file__).parent
NAMED = re.compile(r"""["']([a-z][a-z0-9_]*)["']""")


def versions(std: Standards) -> dict[str, str]:
    """Every rule's version on that day, by its id."""
    return {id_: version(rule.name, std) for id_, rule in rules(std.at).items()}


def version(name: str, std: Standards) -> str:
    """From the rule's two files and the values, on that day, of the parameters they name."""
    text = "".join((HOME / f"{name}.{kind}").read_text("utf-8") for kind in ("py", "yaml"))
    named = sorted(set(NAMED.findall(text)) & std.parameters.keys())
    amounts = [(n, _value(n, std)) for n in named]
    return sha256(f"{text}{amounts}".encode()).hexdigest()[:8]


def _value(name: str, std: Standards) -> tuple[str, date | None]:
    held = [v for v in std.parameters[name].values if v.holds(std.at)]
    return (str(held[-1].value), held[-1].since) if held else ("", None)

"""How we speak: one file per audience, one function per message, wording apart from routing.

`fill` puts values into a sentence of the catalogue and escapes each: a name is never markup. What
is markup already (a list of lines made by `fill`) is passed as Raw. Sentences are short and spoken,
buttons at most eight characters; tests/test_wording.py holds them to it.
"""

import html

from locales import tr


class Raw(str):
    """Text that is HTML already."""

    __slots__ = ()


def fill(text: str, lang: str = "zh", /, **values: object) -> str:
    safe = {k: v if isinstance(v, Raw) else html.escape(str(v)) for k, v in values.items()}
    return tr(text, lang, **safe)


def lines(*parts: str) -> Raw:
    return Raw("\n".join(part for part in parts if part))

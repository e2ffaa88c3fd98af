"""Texts in the reader's language: Chinese in the source, other languages in catalogues.

`tr("您管 {area}", "en", area=...)` looks the Chinese sentence up in the catalogue and fills the
blanks; a missing blank raises KeyError, a missing translation shows the Chinese.
"""

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
DEFAULT = "zh"
LANGUAGES = ("zh", "en")


def language(code: str | None) -> str:
    """Our language for a vendor's code: "en-GB" is en; everything else, and nothing, is zh."""
    return "en" if code and code.lower().startswith("en") else DEFAULT


def tr(text: str, lang: str = DEFAULT, /, **blanks: object) -> str:
    found = text if lang == DEFAULT else _catalogue(lang).get(text, text)
    return found.format(**blanks) if blanks else found


@cache
def _catalogue(lang: str) -> dict[str, str]:
    path = HERE / lang / "LC_MESSAGES" / "jingpingfu.po"
    if not path.exists():
        return {}
    from babel.messages.pofile import read_po  # heavy: only a language that is asked for pays

    with path.open("rb") as file:
        catalogue = read_po(file, locale=lang)
    return {str(m.id): str(m.string) for m in catalogue if m.id and m.string and not m.fuzzy}

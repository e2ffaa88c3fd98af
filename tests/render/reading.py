"""Read back what was made."""

import re
from collections.abc import Mapping
from io import BytesIO

from pypdf import PdfReader

HAN = re.compile("[\u3400-\u9fff、。，：；？！（）]")


def texts(view):
    """Every text in a view, at any depth."""
    if isinstance(view, str):
        return [view]
    parts = view.values() if isinstance(view, Mapping) else view if isinstance(view, list) else ()
    return [text for part in parts for text in texts(part)]


def chinese(lines):
    return [line for line in lines if HAN.search(line)]


def pdf(made):
    return PdfReader(BytesIO(made))


def words(made):
    """The text of all pages without spaces and line ends, which typesetting may move."""
    return squeezed("".join(page.extract_text() for page in pdf(made).pages))


def squeezed(text):
    return re.sub(r"\s", "", text)

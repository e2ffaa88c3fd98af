"""Look for planted people in everything a run wrote: names of files, texts, archives, databases."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import polars as pl

CODECS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


def found_in(place: Path, needles: Iterable[str]) -> list[tuple[str, str]]:
    """Which needles stand where: (file below *place*, needle); names of files and folders count."""
    wanted = {needle: [needle.encode(c) for c in CODECS] for needle in needles}
    found = []
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        name = str(path.relative_to(place))
        content = name.encode() + (b"".join(_texts(path)) if path.is_file() else b"")
        found += [(name, n) for n, forms in wanted.items() if any(f in content for f in forms)]
    return found


def _texts(path: Path) -> Iterable[bytes]:
    """The bytes of a file, and what is packed inside it."""
    content = path.read_bytes()
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            yield from (packed.read(name) for name in packed.namelist())
    if content.startswith(b"PAR1"):
        frame = pl.read_parquet(content)
        yield from (str(row).encode() for row in frame.rows())

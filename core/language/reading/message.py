"""A message ready to be understood: normalised, cut into clauses, every place traced back."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from core.language.reading import cleaning, tokens
from core.language.reading.dialect import standard
from core.language.reading.homophones import corrected
from core.language.reading.numerals import Number, numbers
from core.language.reading.pinyin import decoded
from core.language.reading.traced import Traced

_CLAUSE = re.compile(f"[^{cleaning.SEPARATORS}]+")
_WU = re.compile("[侬伊伐弗勿哉呒囡]|阿拉|铜钿|困勒|勒[浪嗨拉]|床浪|今朝|格个|夜到")


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two marks; `sentence` counts the sentences, `mark` is what follows."""

    start: int
    end: int
    text: str
    sentence: int
    mark: str


class Message:
    """One message: `raw` as typed, `text` as read."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._traced = _normal(raw)
        self.text = self._traced.text

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        found: list[Clause] = []
        sentence = 0
        for m in _CLAUSE.finditer(self.text):
            mark = self.text[m.end() : m.end() + 1]
            found.append(Clause(m.start(), m.end(), m[0], sentence, mark))
            sentence += mark in "。？"
        return tuple(found)

    @cached_property
    def wu(self) -> bool:
        """Whether the writer speaks the dialect of the place."""
        return bool(_WU.search(self.raw))

    @cached_property
    def _starts(self) -> list[int]:
        return [c.start for c in self.clauses]

    def clause_index(self, place: int) -> int:
        """The number of the clause a place belongs to (a mark belongs to the clause before it)."""
        return max(0, bisect_right(self._starts, place) - 1)

    def clause(self, place: int) -> Clause:
        return self.clauses[self.clause_index(place)]

    @cached_property
    def edges(self) -> frozenset[int]:
        return tokens.edges(self.text)

    @cached_property
    def numbers(self) -> list[Number]:
        return numbers(self.text)

    def said(self, start: int, end: int) -> str:
        """The words of the raw message behind a span of the normalised text."""
        low, high = self._traced.raw_span(start, end)
        return self.raw[low:high]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        return self._traced.raw_span(start, end)


def _normal(raw: str) -> Traced:
    text = cleaning.separated(decoded(cleaning.clean(raw)))
    return corrected(standard(text))

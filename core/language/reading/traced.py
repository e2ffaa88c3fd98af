"""A text that remembers where each of its characters came from."""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """A normalised text and, for every character, the place of its source in the raw text.

    `starts[i]` and `ends[i]` bound the raw characters that character i stands for. None means
    that nothing has moved: character i is raw character i.
    """

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters start..end stood in the raw text."""
        if start >= end:
            return (0, 0)
        if self.starts is None or self.ends is None:
            return (start, end)
        return (self.starts[start], max(self.ends[start:end]))

    def mapped(self, text: str) -> "Traced":
        """The same places with other characters, one for one."""
        return Traced(text, self.starts, self.ends)

    def sub(self, pattern: re.Pattern[str], into: Callable[[re.Match[str]], str]) -> "Traced":
        """Replace every match; the new characters stand for the whole raw span of the match."""
        matches = list(pattern.finditer(self.text))
        return self.spliced([(m.start(), m.end(), into(m)) for m in matches]) if matches else self

    def spliced(self, changes: list[tuple[int, int, str]]) -> "Traced":
        """Replace spans, given left to right and apart from each other, by new words."""
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for start, end, new in [*changes, (len(self.text), len(self.text), "")]:
            text.append(self.text[done:start])
            starts.extend(self._starts(done, start))
            ends.extend(self._ends(done, start))
            raw_start, raw_end = self.raw_span(start, end)
            text.append(new)
            if len(new) == end - start:
                starts.extend(self._starts(start, end))
                ends.extend(self._ends(start, end))
            else:
                starts.extend([raw_start] * len(new))
                ends.extend([raw_end] * len(new))
            done = end
        return Traced("".join(text), starts, ends)

    def _starts(self, start: int, end: int) -> list[int] | range:
        return range(start, end) if self.starts is None else self.starts[start:end]

    def _ends(self, start: int, end: int) -> list[int] | range:
        return range(start + 1, end + 1) if self.ends is None else self.ends[start:end]

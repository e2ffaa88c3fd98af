"""Open posts for somebody who looks for work: by trade, skill, distance and hours; three, with reasons.

The words of the post, of the person's training and of what she said she wants are cut with jieba and
compared by families of trades (机电, 数控, 护理 …), by single skills, and by hours (day, shifts, part of
a day). A post that asks for a higher education than the person has is never ranked, nor one whose
hours she said she cannot do.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

MOST = 3
NEAR_KM = 10
LEVEL = {
    "不限": 0,
    "初中": 1,
    "高中": 2,
    "中专": 2,
    "专科": 3,
    "大专": 3,
    "本科": 4,
    "硕士": 5,
    "博士": 6,
}
Distance = Callable[[str, str], float]  # kilometres between two region codes


@dataclass(frozen=True)
class Post:
    """An open post of the town's list of vacancies (class M02-02); wages in fen a month."""

    id: str
    title: str
    employer: str
    town: str
    skills: tuple[str, ...] = ()
    degree: str = "不限"
    wage_min: int | None = None
    wage_max: int | None = None

    @property
    def text(self) -> str:
        return " ".join((self.title, *self.skills))

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "Post":
        return cls(**{**raw, "skills": tuple(raw["skills"])})


@dataclass(frozen=True)
class Seeker:
    """Somebody who looks for work: training, education, where she lives, what she said she wants."""

    major: str = ""
    degree: str = ""
    region: str = ""
    wishes: str = ""


@dataclass(frozen=True)
class Reason:
    """Why a post was chosen: a code of the messages' list of reasons, and what it speaks of."""

    code: str  # trade, skill, wish, own_town, near, hours, anybody
    what: str = ""


@dataclass(frozen=True)
class Ranked:
    """A post with why it was chosen."""

    post: Post
    score: int
    why: tuple[Reason, ...]


def rank_posts(
    posts: Iterable[Post], seeker: Seeker, distance: Distance | None = None, *, most: int = MOST
) -> list[Ranked]:
    """The posts that fit best; none when nothing fits the training, the wishes or the place."""
    level, wanted = LEVEL.get(seeker.degree, 0), hours_wanted(seeker.wishes)
    able = [
        post
        for post in posts
        if LEVEL.get(post.degree, 0) <= level and not (_words(post.text, "shifts") and wanted.never)
    ]
    ranked = [_judged(post, seeker, wanted, distance) for post in able]
    fitting = [r for r in ranked if r.score > 0]
    return sorted(fitting, key=lambda r: (-r.score, -(r.post.wage_min or 0), r.post.id))[:most]


@dataclass(frozen=True)
class Hours:
    """What somebody said about hours: *never* shifts; *part* of a day; *day* work; *near* home."""

    never: bool
    part: bool
    day: bool
    near: bool


@cache
def hours_wanted(wishes: str) -> Hours:
    return Hours(
        _words(wishes, "not_shifts"),
        _words(wishes, "wants_part"),
        _words(wishes, "wants_day"),
        _words(wishes, "near"),
    )


def _judged(post: Post, seeker: Seeker, wanted: Hours, distance: Distance | None) -> Ranked:
    found = [*_by_training(post, seeker), *_by_hours(post, wanted)]
    found += _by_place(post, seeker, wanted, distance)
    if not post.skills and post.degree in ("不限", "") and not found:
        found.append((1, Reason("anybody")))
    return Ranked(post, sum(points for points, _ in found), tuple(why for _, why in found))


def _by_training(post: Post, seeker: Seeker) -> list[tuple[int, Reason]]:
    """The trade learnt, single skills, the trade wished for."""
    offered, learnt = trades(post.text), trades(seeker.major)
    found = []
    if shared := learnt & offered:
        found.append((4, Reason("trade", "、".join(sorted(shared)))))
    if skills := [s for s in post.skills if s and s in seeker.major]:
        found.append((2, Reason("skill", "、".join(skills))))
    if wished := (trades(seeker.wishes) & offered) - shared:
        found.append((3, Reason("wish", "、".join(sorted(wished)))))
    return found


def _by_hours(post: Post, wanted: Hours) -> list[tuple[int, Reason]]:
    if wanted.part and _words(post.text, "part"):
        return [(3, Reason("hours", "part"))]
    if (wanted.day or wanted.never) and _words(post.text, "day"):
        return [(2, Reason("hours", "day"))]
    return []


def _by_place(
    post: Post, seeker: Seeker, wanted: Hours, distance: Distance | None
) -> list[tuple[int, Reason]]:
    """The own town before a near one; twice as much for somebody who asked for it."""
    times = 2 if wanted.near else 1
    if seeker.region and seeker.region.startswith(post.town):
        return [(2 * times, Reason("own_town"))]
    far = distance(seeker.region, post.town) if distance and seeker.region else None
    if far is not None and far <= NEAR_KM:
        return [(times, Reason("near", f"{max(1, round(far))}"))]
    return []


@cache
def trades(text: str) -> frozenset[str]:
    """The families of trades a text speaks of."""
    words = _cut(text)
    return frozenset(
        family
        for family, names in _shelf("trades").items()
        if any(name in word for name in names for word in words)
    )


def _words(text: str, kind: str) -> bool:
    return any(word in text for word in _shelf("hours")[kind])


@cache
def _cut(text: str) -> frozenset[str]:
    import jieba

    return frozenset((*jieba.cut(text), *([text] if len(text) < 12 else ())))


@cache
def _shelf(name: str) -> dict[str, list[str]]:
    path = Path(__file__).with_name(f"{name}.yaml")
    found: dict[str, list[str]] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found

"""Open posts for somebody who looks for work, by trade, training and distance; three, with reasons.

Words of the post and of the person's training are cut with jieba and compared by families of trades
(机电, 数控, 护理 ...); nearness is the same town before the same city. A post that asks for a higher
education than the person has is never ranked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

MOST = 3
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


@dataclass(frozen=True)
class Ranked:
    """A post with why it was chosen."""

    post: Post
    score: int
    why: tuple[str, ...]


def rank_posts(posts: Iterable[Post], *, major: str, degree: str, town: str) -> list[Ranked]:
    """The three posts that fit best; none when nothing fits the training or the place."""
    able = [p for p in posts if LEVEL.get(p.degree, 0) <= LEVEL.get(degree, 0)]
    ranked = [_judged(post, major, town) for post in able]
    fitting = [r for r in ranked if r.score > 0]
    return sorted(fitting, key=lambda r: (-r.score, -(r.post.wage_min or 0), r.post.id))[:MOST]


def _judged(post: Post, major: str, town: str) -> Ranked:
    why, score = [], 0
    shared = trades(major) & trades(" ".join((post.title, *post.skills)))
    if shared:
        score += 4
        why.append(f"专业对口（{'、'.join(sorted(shared))}）")
    if post.town == town:
        score += 2
        why.append("就在本镇")
    if not shared and not post.skills and post.degree in ("不限", ""):
        score += 1
        why.append("不限专业")
    return Ranked(post, score, tuple(why))


@cache
def trades(text: str) -> frozenset[str]:
    """The families of trades a text speaks of."""
    import jieba

    words = set(jieba.cut(text)) | {text}
    return frozenset(
        family for family, names in _families().items() if any(n in w for n in names for w in words)
    )


@cache
def _families() -> dict[str, list[str]]:
    path = Path(__file__).with_name("trades.yaml")
    found: dict[str, list[str]] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found

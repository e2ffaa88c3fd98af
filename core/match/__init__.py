"""Portrait × offers: what may help this family, why, who gives it, within how many days.

suggest.py   at most five offers for a household, at least one of them a service
posts.py     open posts ranked for somebody who looks for work
"""

from core.match.posts import Post, Ranked, Reason, Seeker, rank_posts
from core.match.suggest import Suggestion, suggest, suggest_all

__all__ = [
    "Post",
    "Ranked",
    "Reason",
    "Seeker",
    "Suggestion",
    "rank_posts",
    "suggest",
    "suggest_all",
]

"""Posts for whoever of a family looks for work: kept with the case at night, ranked by her own words."""

from datetime import datetime

from core.city import here
from core.desk.walking import distance
from core.match import Post, Ranked, Seeker, rank_posts
from core.store.casework import Case, Visit


async def posts_for(case: Case, *, at: datetime) -> list[Ranked]:
    """Three of the posts found at night, by training and by what she said on the visits so far."""
    told = case.evidence.get("posts") or {}
    found = [Post.from_json(raw) for raw in told.get("found", ())]
    visits = await Visit.filter(case=case, at__lte=at).order_by("id")
    seeker = Seeker(
        major=told.get("major", ""),
        degree=told.get("degree", ""),
        region=case.region,
        wishes="。".join(visit.words for visit in visits if visit.words),
    )
    return rank_posts(found, seeker, lambda one, other: distance(here(), one, other))

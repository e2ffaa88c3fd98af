"""Who is in danger: never the one who does it, never who only saw it."""

import re

from core.language.crisis import Danger
from core.language.reading.kinship import YOUNG, Mention
from core.language.reading.shelf import any_of, line
from core.language.resident.asked import GRAMMAR, SPEAKER
from core.language.resident.collect import Key
from core.language.resident.scene import Scene

_SPREADING = ("fire", "gas")  # next door it is the speaker's danger as well
_INSIDE = re.compile(
    "里面|里头|屋里|敲门|敲了|喊|没人应|没应|不应|没声|没反应|没动静|老太|老人|阿婆|大爷|没出来"
)
_NEIGHBOURLY = re.compile(r"我是(?:他|她)?的?邻居|我是(?:他|她)?隔壁")


def endangered(scene: Scene, alive: tuple[Danger, ...], told: list[Key]) -> str | None:
    """The one in danger: never the one who does it, never the speaker without a fact."""
    start, end = alive[0].spans[0]
    far = _next_door(scene, start)
    if told:  # 隔壁夫妻打架，孩子才两岁: it is their child
        return far if far and told[0][0] in YOUNG else told[0][0]
    if _NEIGHBOURLY.search(scene.text):
        return "neighbour"
    if far is not None:
        alone = len({m.key for m in scene.cast.mentions}) == 1
        return (
            None
            if alone and alive[0].kind in _SPREADING and not _INSIDE.search(scene.text)
            else far
        )
    clause = scene.message.clause(start)
    if any(m.relation == "self" for m in scene.cast.inside(clause)):
        return None
    owner = _sufferer(scene, start, end)
    if owner is None and alive[0].kind in ("fire", "gas", "danger"):  # 着火了，我爸还在里头
        owner = next(
            (m for m in scene.cast.mentions if m.start >= start and m.relation not in SPEAKER),
            None,
        )
    if (
        owner is None
        or owner.relation in (*SPEAKER, "parents")
        or not (owner.sure or owner.home)
        or _does_harm(scene, owner)
        or _anybodys(scene, owner)
    ):
        return None
    return owner.relation


def _next_door(scene: Scene, place: int) -> str | None:
    """楼上吵得凶，小孩哭: it happens at the neighbours' where they are named before the danger."""
    first = next((m for m in scene.cast.mentions if m.relation in ("neighbour", "villager")), None)
    if first is None or first.start > place or _only_witness(scene, first):
        return None
    own = [m for m in scene.cast.mentions if m.start < first.start or m.relation in SPEAKER]
    return None if own else first.relation


def _only_witness(scene: Scene, mention: Mention) -> bool:
    """邻居说闻到煤气味, 躲在邻居家: they are not the ones in danger."""
    before = scene.text[max(0, mention.start - 2) : mention.start]
    return before.endswith(line(GRAMMAR, "sheltered")) or scene.text.startswith(
        (*line(GRAMMAR, "only_named"), *line(GRAMMAR, "witness")), mention.end
    )


def _sufferer(scene: Scene, start: int, end: int) -> Mention | None:
    """孩子被后妈打: not the one behind 被."""
    owner = scene.cast.owner(start, end)
    if owner is None or "被" not in scene.text[owner.start - 2 : owner.start]:
        return owner
    before = [m for m in scene.cast.mentions if m.end < owner.start]
    return before[-1] if before else None


def _anybodys(scene: Scene, mention: Mention) -> bool:
    """有个小孩在马路上: nobody's of ours."""
    return scene.text[: mention.start].endswith(
        ("有个", "有一个", "有几个", "谁家", "看到", "看见")
    )


def _does_harm(scene: Scene, mention: Mention) -> bool:
    after = scene.text[mention.end : mention.end + 14]
    return "我" in after and bool(any_of(GRAMMAR, "harm").search(after))

"""Whom a resident speaks of, said back to him."""

from locales import tr

RELATIONS = {
    "self": "", "family": "",
    "father": "您爸爸", "mother": "您妈妈",
    "parents": "您爸妈", "husband": "您丈夫",
    "wife": "您妻子", "spouse": "您老伴",
    "son": "您儿子", "daughter": "您女儿",
    "child": "您孩子", "daughter_in_law": "您儿媳",
    "father_in_law": "您公公", "grandfather": "您爷爷",
    "grandmother": "您奶奶", "grandson": "您孙子",
    "granddaughter": "您孙女", "brother": "您兄弟",
    "uncle": "您叔叔", "niece": "您侄女",
    "nephew": "您侄子", "relative": "您亲戚",
    "neighbour": "您邻居", "villager": "那位村民",
}  # fmt: skip


def called(relation: str, lang: str) -> str:
    """您爸爸; nothing for the speaker himself, his family, or somebody known by an id only."""
    named = RELATIONS.get(relation, "")
    return tr(named, lang) if named else ""

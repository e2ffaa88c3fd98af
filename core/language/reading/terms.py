"""The terms people are called by, where they stand in a message."""

import re
from functools import cache

from core.language.reading.kinship import GRAMMAR, Mention
from core.language.reading.message import Message
from core.language.reading.shelf import line, read, words

MARKS = "，。？："
_DOUBLED = "爷奶叔舅伯姑姨婶嫂"  # 我爷爷 is 我 and 爷爷
_GROUPED = ("子女", "儿女", "孩子", "老人")
_SOMEBODY = re.compile(
    "[一-龥]{0,2}有|[一-龥]?(?:阿婆|阿公|大爷|大伯|大妈|大娘|婶|嫂|奶奶|爷爷|老头|老太|老伯|阿?伯|阿?叔|阿?哥|阿?姐|师傅|阿姨|阿太|某)"
    "|[老阿小][一-龥]|的小|那个|一个|一户|个|孤|里?(?:东|西|南|北)头|的(?=老|一|孤|人|大|男|女|残)"
)
_LACKED = re.compile("(?:[一-龥]{2})?[也都](?:没|没有|无)[，。？]")  # 老婆小孩也没有
_NUMERAL = re.compile(r"[\d一二三四五六七八九今已快]")
_ADDRESSED = ("daughter", "relative", "son", "brother", "uncle")  # 闺女，… speaks to somebody
_GROUP_ENDS = (
    "户", "户的", "家庭", "家庭的", "人员", "人员的", "五保", "特困", "独居", "高龄", "失能", "空巢", "困难", "贫困", "低保",
)  # fmt: skip  # 低保户子女: nobody in particular


@cache
def _kin() -> dict[str, tuple[str, bool]]:
    shelf = read("people/kin")
    found = {w: ("nobody", False) for w in words(shelf["nobody"])}
    found |= {w: (relation, True) for relation, line in shelf["sure"].items() for w in words(line)}
    found |= {w: ("relative", False) for w in words(shelf["elder"])}
    found |= {w: ("self", True) for w in words(shelf["speaker"])}
    found |= {w: ("friend", False) for w in words(shelf["friend"])}
    found |= {w: ("villager", True) for w in words(shelf["villager"])}
    found |= {w: ("he", False) for w in words(shelf["pronoun"])}
    links, partners = (words(shelf["couple"][half]) for half in ("links", "partners"))
    found |= {f"我{link}{partner}": ("family", True) for link in links for partner in partners}
    found |= {
        "我" + w: (relation, True) for relation, line in shelf["mine"].items() for w in words(line)
    }
    return found


@cache
def _first() -> dict[str, int]:
    """First character -> length of the longest term that starts with it."""
    longest: dict[str, int] = {}
    for word in _kin():
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return longest


def terms(message: Message) -> list[Mention]:
    """Every term that names a person, from left to right, the longest at each place."""
    text, first, found, end = message.text, _first(), [], 0
    for at, character in enumerate(text):
        if character not in first or at < end:
            continue
        if (term := _term_at(message, at, first[character])) is not None:
            end = term.end
            if term.relation != "nobody":
                found.append(term)
    return found


def _term_at(message: Message, at: int, longest: int) -> Mention | None:
    text, kin = message.text, _kin()
    for length in range(longest, 0, -1):
        word = text[at : at + length]
        known = kin.get(word)
        if known and _person(message, word, at):
            return Mention(_elder(message, word, at) or known[0], at, at + length, known[1])
    return None


def _kin_at(text: str, at: int, least: int) -> bool:
    """Whether a term of at least so many characters starts here."""
    return any(text[at : at + n] in _kin() for n in range(_first().get(text[at], 0), least - 1, -1))


def _person(message: Message, word: str, at: int) -> bool:
    """Whether the term names a person here: 村里 says so is nobody, 没有子女 is nobody."""
    text, end, relation = message.text, at + len(word), _kin()[word][0]
    if _of_nobody(text, word, at):
        return False
    if relation == "villager" or (word[:2] == "我们" and relation == "neighbour"):
        return word.endswith("村人") or bool(_SOMEBODY.match(text, end))
    if text[at - 1] in MARKS and text[end] == "，" and relation in _ADDRESSED:
        return message.clause_index(at) > 0
    if len(word) > 1:
        return not (
            len(word) == 2 and word[0] == "我" and word[1] in _DOUBLED and word[1] == text[end]
        )
    if word in "爷奶":
        return bool(_NUMERAL.match(text, end))
    return word == "我" or (at in message.edges and end in message.edges)


def _of_nobody(text: str, word: str, at: int) -> bool:
    """没有子女, 独居老人, 不是我生病: nobody of this message."""
    before, end = text[max(0, at - 4) : at], at + len(word)
    if before.endswith(line(GRAMMAR, "lacking")) and not before.endswith("还没"):
        return True
    if _LACKED.match(text, end):
        return True
    if word[0] == "我":
        if before.endswith("不是") and not text.startswith(("这", "一", "们"), end):
            return True
        return len(word) == 2 and _kin_at(text, at + 1, 2)  # 我嫂子 is 我 and 嫂子, not 我嫂
    return word in _GROUPED and before.endswith(_GROUP_ENDS)


def _elder(message: Message, word: str, at: int) -> str | None:
    """In Wu 爷 is the father, elsewhere the grandfather; 老头 at the head of a clause is the husband."""
    if (
        word == "老头"
        and message.text[at - 1] in MARKS + "和跟"
        and not re.search("隔壁|邻居|村里|对门|楼", message.text)
    ):
        return "husband"
    return "father" if word in ("爷", "我爷") and message.wu and "奶" not in message.text else None

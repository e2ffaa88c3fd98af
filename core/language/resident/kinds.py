"""Which of the words around an amount says what it is."""

from core.language.reading.numerals import Number
from core.language.reading.rules import Hit

FAR = 40
KINDS = (
    "deposit",
    "car",
    "self_paid",
    "reimbursed",
    "medical",
    "income",
    "pension",
    "benefit",
    "expense",
    "alimony",
)


def distance(hit: Hit, number: Number) -> float:
    """How many characters lie between a word and a number; a word behind counts a little more."""
    return number.start - hit.end if hit.end <= number.start else hit.start - number.end + 0.5


def kind_of(near: dict[str, Hit], number: Number, ill: bool) -> str:
    """Own costs before costs, costs before the rest; otherwise the nearest word decides."""
    far = {name: distance(hit, number) for name, hit in near.items()}
    if "self_paid" in far and far["self_paid"] <= far.get("reimbursed", FAR) + 0.5:
        return (
            "self_paid"
            if "medical" in far or far["self_paid"] <= far.get("expense", FAR) + 3
            else ""
        )
    if "reimbursed" in far and far["reimbursed"] < far.get("medical", FAR):
        return "reimbursed"
    known = [kind for kind in KINDS if kind in far]
    if _car_of_the_next(near, number, far):
        known.remove("car")
    nearest = min(known, key=lambda k: far[k], default="")
    if "per_head" in far and far["per_head"] < far.get(nearest, FAR):
        return "benefit" if far.get("benefit", FAR) < 2 else "income"
    return _disputed(nearest, far, ill)


def _car_of_the_next(near: dict[str, Hit], number: Number, far: dict[str, float]) -> bool:
    """存款还剩一万二车子是有一台: a car right behind an amount that is explained already."""
    return (
        "car" in near
        and near["car"].start == number.end
        and min(far.get("deposit", FAR), far.get("income", FAR)) <= 4
    )


def _disputed(kind: str, far: dict[str, float], ill: bool) -> str:
    """Words that only name a way of spending give way to what was bought."""
    if kind in ("expense", "alimony", "") and ("medical" in far or ("spent" in far and ill)):
        return "medical"
    if kind == "expense" and "car" in far and far["car"] < 12:
        return "car"
    if kind == "expense" and far.get("deposit", FAR) < 4:
        return "deposit"
    if kind == "pension" and "expense" in far and far["expense"] < 4:
        return "expense"
    if kind == "benefit" and far.get("pension", FAR) < 8:
        return "pension"
    return kind

"""What came of going there, in one word, and whether the matter moves on with it.

Met and spoken to moves it on; a call does too, except for a red matter, where somebody must be seen.
Nobody home, refused, in hospital, moved away or dead leave it where it is, with one try more on
record; after some tries, or when somebody moved or died, the town's office is asked to help.
"""

from collections.abc import Sequence

from core.language.asides import by_phone_only, in_person, left_hospital

MET, CALLED = ("visited", "already_helped"), "phone"
FALSE_ALARM, WRONG_PERSON = "false_alarm", "wrong_person"
OFFICE_HELPS = {"moved": "office.moved", "deceased": "office.deceased"}
AWAY = ("not_home", "scheduled", "visited", "false_alarm", "needs_department")


def outcome_of(action: str, findings: Sequence[str], words: str, cause: str = "") -> str:
    """The outcome of a confirmed report; what has no word of its own here is the action itself."""
    if action == FALSE_ALARM and cause == "person":
        return WRONG_PERSON
    if "deceased" in findings and len(findings) <= 2:
        return "deceased"
    if "moved_away" in findings and action in AWAY:
        return "moved"
    if "hospitalized" in findings and _only_in_hospital(action, findings, words):
        return "hospital"
    if action == "visited" and by_phone_only(words):
        return CALLED
    return action


def moves_on(outcome: str, *, red: bool) -> bool:
    """Whether somebody was met, so that the case goes on."""
    return outcome in MET or (outcome == CALLED and not red)


def _only_in_hospital(action: str, findings: Sequence[str], words: str) -> bool:
    """The person himself is there and was not met; not somebody else of the family."""
    met = action == "visited" and in_person(words)
    return not met and not left_hospital(words) and len(findings) <= 2

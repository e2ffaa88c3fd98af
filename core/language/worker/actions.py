"""What the reply reports: a visit, nobody at home, a refusal, an acknowledgement ..."""

import math
import re

from core.language.learned.weights import load
from core.language.reading.shelf import any_of, line
from core.language.worker.claims import Claims
from core.language.worker.helps import Given
from core.language.worker.report import Found, Report
from core.language.worker.signs import GRAMMAR, Signs

TOLD = 0.5  # how much the signs count against the learned leaning; measured by cross-validation
_BARE = re.compile(r"[\d\W_a-z]*")
_PICTURE = re.compile("图片|照片|语音|视频")
_ACK_REST = re.compile(
    r"[，。？的了啦呀哦噢喔吧我们会就先您你老师领导今天下午上午晚上马上等下立刻尽快去看处理安排过走访这就现在]*"
)
_OWN_WORDS = re.compile("(?:上次|刚才|之前|昨天|前面)我?说|^。核实：")
_STATES_SOMETHING, _SHORT, _SHORT_HELP = 7, 9, 14  # lengths in characters
_CUES = (
    *("ack", "transferred", "false_alarm", "not_home", "met"),
    *("refused", "helped", "question", "unknown", "plan"),
)
_CUE_OF = {
    "accept": "ack",
    "transferred_wrong_grid": "transferred",
    "visited": "met",
    "already_helped": "helped",
    "scheduled": "plan",
}


class Decision:
    """The signs of one report and the action they add up to."""

    def __init__(self, report: Report, helps: list[Given], departments: list[Found]) -> None:
        self.report, self.helps, self.departments = report, helps, departments
        self.signs = Signs(report, helps, departments)
        self.claims = Claims(report)

    def told(self) -> str:
        """The first action of the contract's order that the signs speak for."""
        for name, said in (
            ("unknown", self.nothing),
            ("accept", self.acknowledged),
            ("transferred_wrong_grid", self.transferred),
            ("question", self.question),
            ("false_alarm", self.false_alarm),
            ("refused", self.refused),
            ("not_home", self.not_home),
            ("needs_department", self.needs_department),
            ("already_helped", self.already_helped),
            ("scheduled", self.scheduled),
            ("visited", self.visited),
        ):
            if said():
                return name
        return "visited" if len(self.report.text) - 2 >= _STATES_SOMETHING else "unknown"

    def signals(self, strings: frozenset[str]) -> frozenset[str]:
        """What the learned weights look at: strings, cues, help, departments and days."""
        found = {f"@{name}" for name in _CUES if self.signs.cue(name)}
        if not self.nothing():
            found.discard("@unknown")  # a picture or a phone spoken of beside what is told
        if self.helps:
            found.add("#theirs" if self._all_by_others() else "#given")
        if self.departments:
            found.add("#asked")
        found |= {f"%{name}" for name in self.claims.present | self.signs.present()}
        return strings | found | {_time(m.ahead) for m in self.report.moments}

    def action(self, strings: frozenset[str]) -> tuple[str, float]:
        """The action and how sure it is: signs weighed with the learned leaning."""
        told = self.told()
        if told == "accept" or _BARE.fullmatch(self._bare_text()):
            return told, 0.95
        if told == "visited" and self.signs.found_then():
            return told, 0.9
        logs = load("worker_action").logs(self.signals(strings))
        logs[told] += TOLD
        best = max(logs, key=lambda name: logs[name])
        return best, 1 / sum(math.exp(value - logs[best]) for value in logs.values())

    def cue_spans(self, action: str) -> list[tuple[int, int]]:
        """Where the cues of an action stand."""
        cue = _CUE_OF.get(action, action)
        return [(h.start, h.end) for h in self.signs.cue(cue)] if cue in _CUES else []

    def _bare_text(self) -> str:
        return self.report.text.strip("。，？：")

    def _all_by_others(self) -> bool:
        return all(self.signs.by_others(given) for given in self.helps)

    def nothing(self) -> bool:
        """A picture, a number, a few signs: nothing is told."""
        text = self._bare_text()
        if text in ("ok", "okay", "好", "嗯"):
            return False
        if _BARE.fullmatch(text) or (len(text) <= _SHORT and _PICTURE.search(text)):
            return True
        signs = self.signs
        told = self.helps or signs.findings or signs.visit() or signs.cue("plan")
        return bool(signs.cue("unknown")) and not (told or signs.cue("question"))

    def acknowledged(self) -> bool:
        """Only acknowledgements and going off to do it; never a visit."""
        cues = self.report.hits["worker/actions/ack"]
        if not cues or self.helps or self.departments or self.signs.moment_told():
            return False
        covered = {i for h in cues for i in range(h.start, h.end)}
        rest = "".join(c for i, c in enumerate(self.report.text) if i not in covered)
        return bool(_ACK_REST.fullmatch(rest)) and not self.report.findings

    def transferred(self) -> bool:
        return bool(self.signs.cue("transferred"))

    def question(self) -> bool:
        """Something is asked of the office, and nothing was done."""
        cues = self.signs.cue("question")
        if self.claims.asks() and not self.helps:
            return not (self.departments and self.signs.findings)
        if self.helps or self.signs.visit_told():
            return False
        if not cues:
            asks = any_of(GRAMMAR, "who_where").search(self.report.text)
            return bool(asks) and not self.signs.findings
        clauses = "".join(self.report.clause(h.start).text for h in cues)
        ends = self.report.text.endswith(("？", "？。", "吗。", "啊。"))
        return ends or bool(any_of(GRAMMAR, "asks_policy").search(clauses))

    def false_alarm(self) -> bool:
        """What was reported is not so, and nothing else is wrong."""
        cues = self.signs.cue("false_alarm")
        weight = 2 * (self.signs.contrast() or self.signs.denies()) + self.claims.refuted()
        weight += sum(h.rule.data["weight"] for h in cues)
        if weight < 2 or self.helps or _OWN_WORDS.search(self.report.text):
            return False
        if self.signs.corrects_names():
            return False
        last = max((h.end for h in cues), default=0)
        return not any(f.start >= last for f in self.signs.found_beside("harmless"))

    def refused(self) -> bool:
        signs = self.signs
        return bool(signs.cue("refused")) and not (
            self.helps or signs.found_beside("beside_refusal") or signs.reported()
        )

    def not_home(self) -> bool:
        """Nobody was met; what is found out about their whereabouts is a visit."""
        cues = self.signs.cue("not_home")
        if not cues or self.helps or self.departments or self.signs.asks_support():
            return False
        if self.signs.found_then():
            return False
        if self.report.has("moved_away", "lost_contact", "deceased", "hospitalized"):
            return False
        return not self.signs.found_beside("absence") and not self.signs.met_after(cues[-1].start)

    def needs_department(self) -> bool:
        asked = bool(self.departments) or self.signs.asks_support()
        return asked and not self.helps and not self.signs.visit_told()

    def already_helped(self) -> bool:
        """Help that others gave or that was given before; nothing seen, nothing done oneself."""
        signs = self.signs
        if signs.found_beside("unseen") or (signs.visit_told() and not signs.hearsay()):
            return False
        if self.claims.provided():
            return not signs.visit_told()
        if self.helps:
            return self._all_by_others()
        short = len(self.report.text) <= _SHORT_HELP and "我" not in self.report.text
        return bool(signs.cue("helped")) and short and not signs.visit()

    def scheduled(self) -> bool:
        """A plan and nothing seen yet."""
        if self.helps or self.signs.findings or self.signs.past():
            return False
        agreed = any(said.startswith(line(GRAMMAR, "agreed")) for said in self.signs.said("plan"))
        return agreed or any(self.signs.ahead(m) for m in self.report.moments)

    def visited(self) -> bool:
        return (
            self.signs.found_then()
            or self.signs.visit()
            or bool(self.helps or self.report.findings)
        )


def _time(ahead: int | None) -> str:
    """A day told, as the learned weights see it."""
    if ahead is None:
        return "#day"
    if ahead == 0:
        return "#today"
    return "#ahead" if ahead > 0 else "#past"

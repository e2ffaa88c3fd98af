"""What a resident wants: the first of crisis, human, complaint, ... for which the words speak."""

import math
from dataclasses import dataclass

from core.language.learned.weights import load
from core.language.reading.rules import Hit
from core.language.resident.scene import Fact, Scene
from core.language.resident.speech import Speech

# How much the cues count against the learned leaning, in logarithms; measured by cross-validation.
TOLD, OTHERWISE = 1.5, 0.3


@dataclass(frozen=True, slots=True)
class Reading:
    """An intent and how sure it is, from 0 to 1."""

    name: str
    confidence: float


def intent(scene: Scene, facts: list[Fact], topics: list[Hit], endangered: bool) -> Reading:
    """The intent: cues by the precedence of the contract, weighed with the learned leaning."""
    if endangered:
        return Reading("crisis", 1.0)
    speech = Speech(scene, facts, topics)
    if speech.trickery():
        return Reading("greeting_or_other", 0.9)
    told = speech.told()
    logs = load("resident_intent").logs(scene.strings)
    logs[told] += OTHERWISE if told == "greeting_or_other" else TOLD
    best = max(logs, key=lambda name: logs[name])
    return Reading(best, _share(logs, best))


def _share(logs: dict[str, float], name: str) -> float:
    """The probability of one reading among all."""
    return 1 / sum(math.exp(value - logs[name]) for value in logs.values())

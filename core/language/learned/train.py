"""Make the tables of weights anew from the labelled messages: python -m core.language.learned.train FOLDER."""

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from core.language.crisis import ORDER
from core.language.learned import rank, sounds
from core.language.learned.features import features
from core.language.learned.fit import Example, fit, save
from core.language.learned.rank import Choice
from core.language.reading.message import Message
from core.language.reading.people import mentions
from core.language.reading.shelf import WORDS
from core.language.resident.read import candidates
from core.language.worker.actions import TOLD
from core.language.worker.read import signals

INTENTS = (
    "human",
    "complaint",
    "update_info",
    "progress",
    "apply",
    "eligibility",
    "policy_info",
    "greeting_or_other",
)
ACTIONS = (
    "visited", "not_home", "refused", "scheduled", "already_helped", "false_alarm", "needs_department", "transferred_wrong_grid",
    "question", "accept", "unknown",
)  # fmt: skip
HELD_FROM = 77  # of a hundred; ids whose hash is at least this are never learned from
SEEN_IDS = (
    "DR",
    "DG",
)  # their texts also stand in the dialogues' examples, so they cannot be held back
NOBODY = "none"
LEAST_ACTION = 10  # hundredths: smaller weights only take time
HIDDEN = 0.5  # of the strings of a reply, at every look; measured by leaving out whole sets
TWICE = 2  # labelled messages weigh more than our own wordings
OUT = WORDS / "learned"


def held_back(message_id: str) -> bool:
    """Whether a labelled message is kept for measuring only."""
    if message_id.startswith(SEEN_IDS):
        return False
    return int(sha256(message_id.encode()).hexdigest()[:8], 16) % 100 >= HELD_FROM


def rows(path: Path) -> list[dict[str, Any]]:
    """A file of labelled messages."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def _wordings(path: Path) -> Iterator[tuple[str, str]]:
    for label, said in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader).items():
        for text in said:
            yield str(text), label


def _labelled(folder: Path, name: str, key: str) -> Iterator[tuple[str, str]]:
    for row in rows(folder / f"{name}.jsonl"):
        if not held_back(row["id"]):
            for _ in range(TWICE):
                yield row["text"], row[key]
    for row in rows(folder / f"own_{name}.jsonl"):
        yield row["text"], row[key]


def _plain(text: str) -> frozenset[str]:
    message = Message(text)
    return features(message, mentions(message))


def intents(folder: Path) -> list[Example]:
    pairs = [
        *_labelled(folder, "residents", "intent"),
        *_wordings(folder / "wordings_intents.yaml"),
    ]
    return [(_plain(text), intent) for text, intent in pairs if intent != "crisis"]


def crises(folder: Path) -> list[Example]:
    pairs = [
        (text, "crisis" if intent == "crisis" else "calm")
        for text, intent in _labelled(folder, "residents", "intent")
    ]
    pairs += [
        (text, "calm" if kind == "calm" else "crisis")
        for text, kind in _wordings(folder / "wordings_crisis.yaml")
    ]
    pairs += [(text, "calm") for text, _ in _wordings(folder / "wordings_intents.yaml")]
    return [(_plain(text), label) for text, label in pairs]


def kinds(folder: Path) -> list[Example]:
    return [
        (_plain(text), kind)
        for text, kind in _wordings(folder / "wordings_crisis.yaml")
        if kind != "calm"
    ]


def actions(folder: Path) -> tuple[list[Example], list[str]]:
    """The examples, and what the rules read in each."""
    pairs = [*_labelled(folder, "workers", "action"), *_wordings(folder / "wordings_actions.yaml")]
    read = [(*signals(text), action) for text, action in pairs]
    return [(strings, action) for strings, _, action in read], [told for _, told, _ in read]


def relations(folder: Path) -> list[Choice]:
    """Whom the question is about, among everybody named; danger goes by its own rules."""
    labelled = [r for r in rows(folder / "residents.jsonl") if not held_back(r["id"])]
    labelled += rows(folder / "own_residents.jsonl")
    pairs: list[tuple[str, str | None]] = [
        (row["text"], row["facts"].get("relation")) for row in labelled if row["intent"] != "crisis"
    ] * TWICE
    for text, who in _wordings(folder / "wordings_relations.yaml"):
        pairs.append((text, None if who == NOBODY else who))
    return [(candidates(text), who) for text, who in pairs]


def learn_actions(folder: Path) -> None:
    examples, told = actions(folder)
    weights = fit(examples, ACTIONS, told, TOLD, HIDDEN)
    count = save(weights, ACTIONS, OUT / "worker_action.csv", LEAST_ACTION)
    sys.stdout.write(f"worker_action: {len(examples)} examples, {count} strings\n")


def main(folder: Path) -> None:
    OUT.mkdir(exist_ok=True)
    sounds.save(OUT)
    for name, examples, classes in (
        ("resident_intent", intents(folder), INTENTS),
        ("crisis", crises(folder), ("calm", "crisis")),
        ("crisis_kind", kinds(folder), ORDER),
    ):
        count = save(fit(examples, classes), classes, OUT / f"{name}.csv")
        sys.stdout.write(f"{name}: {len(examples)} examples, {count} strings\n")
    learn_actions(folder)
    choices = relations(folder)
    count = rank.save(rank.rank(choices), OUT / "relation.csv")
    sys.stdout.write(f"relation: {len(choices)} examples, {count} marks\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""One monitor whole: what it says of itself, the steps of its life, what people found, its nights."""

from datetime import date
from typing import Any

from core.cases.brief import Span
from core.clock import iso
from core.monitoring import guards, life, outcomes
from core.store.monitoring import HeldBatch, MonitorNight, Proposal
from scheduler.lives.overview import night_of
from scheduler.monitors.shelf import Monitor

NIGHTS = 14


async def about(monitor: Monitor, at: date) -> dict[str, Any]:
    """Everything there is to know of it as of *at*; counts, never families."""
    now = (await life.lives({monitor.id: monitor.watch.starts}))[monitor.id]
    added = (await guards.in_force(at)).get(monitor.id, ())
    return {
        **_says(monitor),
        "now": now.to_json(),
        "life": [_step(row) for row in await life.history(monitor.id)],
        "guards": [where.words() for where in added],
        "versions": await _versions(monitor.id),
        "nights": await _nights(monitor.id, at),
        "held": [_batch(row) for row in await HeldBatch.filter(monitor=monitor.id).order_by("-id")],
        "proposals": [proposal(row) for row in await Proposal.filter(monitor=monitor.id)],
    }


def _says(monitor: Monitor) -> dict[str, Any]:
    label, watch = monitor.label, monitor.watch
    limits = (watch.answer_within, watch.visit_within, watch.close_within)
    named = zip(("answer", "visit", "close"), limits, strict=True)
    return {
        "id": monitor.id, "title": label.title, "title_en": label.title_en, "doc": monitor.doc,
        "source": label.source, "tag": label.tag, "since": label.since.isoformat(),
        "until": label.until.isoformat() if label.until else None,
        "grain": watch.grain, "reads": list(watch.reads), "every": watch.every,
        "why": watch.why, "ask": watch.ask, "need": watch.need, "whistle": list(watch.whistle),
        "within": {name: span_words(limit) for name, limit in named},
        "offers": list(watch.offers), "shows": [show.what for show in watch.shows],
        "proof": watch.proof, "quiet_days": watch.quiet_days, "line": watch.line,
        "examples": len(monitor.examples) + len(monitor.keeps) + len(monitor.proofs),
    }  # fmt: skip


def span_words(span: Span | None) -> str | None:
    """ "3 天", "30 分钟"; None where there is no limit."""
    if span is None:
        return None
    parts = ((span.days, "天"), (span.hours, "小时"), (span.minutes, "分钟"))
    return "".join(f"{number} {unit}" for number, unit in parts if number)


def _step(row: Any) -> dict[str, Any]:
    return {"stage": row.stage, "share": row.share / life.WHOLE, "at": iso(row.at), "by": row.by,
            "why": row.why}  # fmt: skip


async def _versions(monitor: str) -> list[dict[str, Any]]:
    """What people found, by version."""
    return [
        {
            "version": version,
            "verdicts": counts,
            "precision": outcomes.precision(counts).to_json(),
            "words": outcomes.precision(counts).words(),
            "causes": await outcomes.causes(monitor, version),
        }
        for (_, version), counts in sorted((await outcomes.tallies(monitor)).items())
    ]


async def _nights(monitor: str, at: date) -> list[dict[str, Any]]:
    rows = MonitorNight.filter(monitor=monitor, day__lte=at).order_by("-day").limit(NIGHTS)
    return [night_of(row) for row in reversed(await rows)]


def _batch(row: HeldBatch) -> dict[str, Any]:
    return {"day": row.day.isoformat(), "hits": row.hits, "state": row.state,
            "by": row.decided_by or None, "why": row.why or None}  # fmt: skip


def proposal(row: Proposal) -> dict[str, Any]:
    """One proposal with its figures."""
    return {"number": row.id, "monitor": row.monitor, "version": row.version, "kind": row.kind,
            "state": row.state, "made_at": iso(row.made_at), "by": row.decided_by or None,
            "why": row.why or None, **row.figures}  # fmt: skip

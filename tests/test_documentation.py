"""Every verb, monitor and setting is told in both languages; every command that is told works.

`pytest tests/test_documentation.py --update` writes the two lists of monitors anew.
"""

import argparse
import contextlib
import io
import re
import shlex
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from core.city import load_city
from core.city.english import spoken
from core.config import SECTIONS
from jpf.__main__ import build_parser, main
from scheduler.monitors.shelf import monitors

ROOT = Path(__file__).parents[1]
LANGS = ("zh", "en")
PAGES = sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/**/*.md")])
FENCE = re.compile(r"(<!-- run -->\n)?^```(\w*)\n(.*?)^```", re.M | re.S)
INLINE = re.compile(r"`(jpf [a-z][^`]*)`")
SPOKEN = re.compile(r"\bjpf ([a-z][a-z-]+)(?: |$|[。，；`\"'）：])", re.M)
SAYING = ("bot", "core", "jpf", "scheduler", "web")
SENT = ("P01-01", "P02-01", "P02-02", "P03-03", "P03-06", "P06-02")  # enough for a portrait
OF_OTHERS = {"import"}  # "jpf import" is a verb and how Python begins a line


def text_of(lang: str) -> str:
    own = ROOT / ("README.md" if lang == "zh" else "README.en.md")
    pages = sorted((ROOT / "docs" / lang).glob("*.md"))
    return "\n".join(page.read_text("utf-8") for page in [own, *pages])


def actions_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The verbs of a parser, or a verb's own actions."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


VERBS = actions_of(build_parser([]))


def lines_of(page: Path, *, runnable: bool = False) -> list[str]:
    """The `jpf …` lines of a page's code blocks; only of those marked to run, if so asked."""
    blocks = [
        body
        for run, lang, body in FENCE.findall(page.read_text("utf-8"))
        if lang in ("bash", "") and (run or not runnable)
    ]
    indented = [] if runnable else re.findall(r"^    (jpf .*)$", page.read_text("utf-8"), re.M)
    found = [line.strip() for body in blocks for line in body.splitlines()] + indented
    return [line for line in found if line.startswith("jpf ")]


def parses(line: str) -> str:
    """ "" when the real parser takes it, else what it says."""
    words, said = shlex.split(line)[1:], io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        try:
            build_parser(words).parse_args(words)
        except SystemExit as end:
            return "" if end.code == 0 else said.getvalue()
    return ""


def named(line: str) -> bool:
    """Whether it only names a verb, or a verb and its action, as prose does."""
    _, verb, *rest = line.split()
    inner = actions_of(VERBS[verb]) if verb in VERBS else {}
    return verb in VERBS and (not rest or (len(rest) == 1 and rest[0] in inner))


@pytest.mark.parametrize("lang", LANGS)
def test_every_verb_and_each_of_its_actions_is_told(lang):
    told = text_of(lang)
    silent = [verb for verb in VERBS if f"jpf {verb}" not in told]
    silent += [
        f"{verb} {action}"
        for verb, parser in VERBS.items()
        for action in actions_of(parser)
        if f"jpf {verb} {action}" not in told and f"`{action}`" not in told
    ]
    assert not silent


@pytest.mark.parametrize("lang", LANGS)
def test_every_setting_is_told(lang):
    told = (ROOT / "docs" / lang / "settings.md").read_text("utf-8")
    keys = [f"{s}.{f.name}" for s, kind in SECTIONS.items() for f in fields(kind)]
    assert not [key for key in ("made_up", *keys) if f"`{key}`" not in told]
    assert not [key for key in re.findall(r"^\| `([a-z_.]+)`", told, re.M)
                if key not in ("made_up", *keys)]  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_every_monitor_is_told_as_it_is_now(lang, request):
    page = ROOT / "docs" / lang / "alerts.md"
    wanted = monitors_page(lang)
    if request.config.getoption("--update"):
        page.write_text(wanted, encoding="utf-8")
    assert page.read_text("utf-8") == wanted, "run with --update"


def monitors_page(lang: str) -> str:
    city, en = load_city(), lang == "en"
    own = {"village": ("村社区", "the village"), "town": ("镇街", "the town")}
    rows = []
    for one in sorted(monitors().values(), key=lambda m: m.id):
        called = [own[u][en] if u in own else spoken(city, u, lang) for u in one.watch.whistle]
        why = one.watch.why_en if en else one.watch.why
        title = one.label.title_en if en else one.label.title
        rows.append(f"| {one.id} | {title} | {why} | {(', ' if en else '、').join(called)} |")
    heads = (
        ["# The monitors", "", "What is watched, why somebody should go, and who is called. How they live and learn: "
         "[watches](watches.md). How to add one: [monitors](monitors.md).", "",
         "This page is written by `pytest tests/test_documentation.py --update`.", "",
         "| id | what | what was found | who is called |"]
        if en else
        ["# 预警", "", "盯什么、为什么值得去看、叫谁。怎样上线、怎样学：[一生](watches.md)。"
         "怎样加一条：[加一条预警](monitors.md)。",
         "", "这一页由 `pytest tests/test_documentation.py --update` 写成。", "",
         "| 编号 | 盯什么 | 发现了什么 | 叫谁 |"]
    )  # fmt: skip
    return "\n".join([*heads, "|---|---|---|---|", *rows]) + "\n"


def test_every_page_is_there_in_both_languages_and_in_the_index():
    here = {lang: {p.name for p in (ROOT / "docs" / lang).glob("*.md")} for lang in LANGS}
    assert here["zh"] == here["en"]
    for lang in LANGS:
        index = (ROOT / "docs" / lang / "README.md").read_text("utf-8")
        assert not [n for n in here[lang] - {"README.md"} if f"({n})" not in index]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_and_pictures_lead_somewhere(page):
    text = page.read_text("utf-8")
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)|src=\"([^\"]+)\"", text)
    paths = [a or b for a, b in links if not (a or b).startswith("http")]
    assert not [path for path in paths if not (page.parent / path).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_told_command_is_one_the_parser_takes(page):
    told = lines_of(page)
    told += [line for line in INLINE.findall(page.read_text("utf-8")) if not named(line)]
    wrong = {line: words for line in told if (words := parses(line))}
    assert not wrong


def test_every_decision_is_in_the_index():
    decisions = [p.name for p in (ROOT / "docs" / "decisions").glob("*.md")]
    assert len(decisions) >= 5
    for lang in LANGS:
        index = (ROOT / "docs" / lang / "decisions.md").read_text("utf-8")
        assert not [name for name in decisions if f"decisions/{name})" not in index]


def test_sentences_of_the_product_name_only_verbs_there_are():
    wrong = {
        (path.relative_to(ROOT).as_posix(), verb)
        for room in SAYING
        for path in (ROOT / room).rglob("*.py")
        for verb in SPOKEN.findall(path.read_text("utf-8"))
        if verb not in VERBS and verb not in OF_OTHERS
    }
    assert not wrong


def test_the_commands_of_the_first_hour_work_in_this_order(tmp_path, monkeypatch):
    """Both languages in one home: what differs is run once more; the story itself has its own test."""
    monkeypatch.setenv("JPF_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    sent = Path("demo/data/2022-07-14")
    (tmp_path / sent).mkdir(parents=True)
    for name in SENT:
        shutil.copy(ROOT / sent / f"{name}.csv", tmp_path / sent)
    zh, en = (lines_of(ROOT / "docs" / lang / "first-hour.md", runnable=True) for lang in LANGS)
    more = lines_of(ROOT / "docs/zh/running.md", runnable=True)
    own = [line for line in en if line.startswith(("jpf household", "jpf say"))]
    told = dict.fromkeys([*zh, *own, *more])
    told.pop("jpf demo --once")
    assert len(told) >= 15
    for line in told:
        assert main(shlex.split(line)[1:]) == 0, line
    assert {p.suffix for p in tmp_path.iterdir() if p.is_file()} == {".png", ".pdf"}

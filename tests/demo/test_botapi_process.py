"""The look-alike as a process of its own, driven through /_ctl like a test bench does."""

import base64
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.demo.conftest import picture


@pytest.fixture
def server(tmp_path: Path) -> Iterator[dict[str, str]]:
    truth = tmp_path / "truth.jsonl"
    command = [sys.executable, "-m", "demo.botapi", "--no-limits", "--truth", str(truth)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield {**json.loads(process.stdout.readline()), "truth": str(truth)}
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(10) == 0


def test_a_bench_can_drive_people_faults_and_read_the_truth(server: dict[str, str]):
    with httpx.Client(trust_env=False) as client:

        def control(act: str, **fields: object) -> object:
            answer = client.post(f"{server['control']}/{act}", json=fields)
            assert answer.status_code == 200, answer.text
            return answer.json()

        def call(method: str, **fields: object) -> httpx.Response:
            return client.post(f"{server['root']}/bot{server['token']}/{method}", json=fields)

        control("add_user", id=77, name="陆水根")
        keys = {"inline_keyboard": [[{"text": "我来", "callback_data": "take"}]]}
        sent = call("sendMessage", chat_id=77, text="您好", reply_markup=keys).json()["result"]
        control("fault", kind="5xx", method="sendMessage", times=1)
        assert call("sendMessage", chat_id=77, text="再来").status_code == 500
        control("person", user=77, does="press", message_id=sent["message_id"], button="我来")
        data = base64.b64encode(picture(4, 4)).decode()
        control("person", user=77, does="send_photo", data=data)
        control("update", update={"update_id": 5000, "poll": {}}, chat=77)
        kinds = [list(u)[1] for u in call("getUpdates").json()["result"]]
        assert kinds == ["callback_query", "message", "poll"]
        assert [row["fault"] for row in control("truth", what="answer", method="sendMessage")] == [
            None,
            "5xx",
        ]
        assert [m["message_id"] for m in control("messages", chat=77)] == [1, 2]
        wrong = client.post(f"{server['control']}/person", json={"user": 77, "does": "fly"})
        assert (wrong.status_code, "a person can" in wrong.text) == (400, True)
        page = {"Origin": "https://evil.example"}
        assert client.post(f"{server['control']}/clear", headers=page).status_code == 403
    kept = [json.loads(line)["what"] for line in Path(server["truth"]).read_text().splitlines()]
    assert kept[:2] == ["call", "answer"]

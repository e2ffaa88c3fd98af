"""Writes made together: one commit, each its own result, and no one spoils another's."""

import asyncio

import pytest

from core.store.together import Together


async def test_what_comes_while_one_is_under_way_goes_together_and_everybody_gets_his_own():
    companies = []

    async def many(items):
        companies.append(list(items))
        await asyncio.sleep(0)
        return [item * 10 for item in items]

    together = Together(many)
    assert await asyncio.gather(*(together.one(n) for n in range(5))) == [0, 10, 20, 30, 40]
    assert await together.one(7) == 70
    assert companies == [[0, 1, 2, 3, 4], [7]]


async def test_one_that_cannot_be_written_spoils_nobody_elses():
    async def many(items):
        if "bad" in items:
            raise ValueError("bad")
        return [item.upper() for item in items]

    together = Together(many)
    told = await asyncio.gather(
        *(together.one(item) for item in ("a", "bad", "c")), return_exceptions=True
    )
    assert told[0] == "A" and told[2] == "C"
    assert isinstance(told[1], ValueError)


async def test_one_who_gave_up_waiting_keeps_nobody_else_waiting():
    gate = asyncio.Event()

    async def many(items):
        await gate.wait()
        return list(items)

    together = Together(many)
    gone, stays = asyncio.create_task(together.one(1)), asyncio.create_task(together.one(2))
    await asyncio.sleep(0)
    gone.cancel()
    gate.set()
    assert await stays == 2
    with pytest.raises(asyncio.CancelledError):
        await gone

"""Small writes of many tasks, made as one and committed together: each waits for its own commit.

Nobody is made to wait for company: the first write goes at once, and what comes while it is under way
goes with the next. So a commit more is spared without anything being less durable.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Told = TypeVar("Told")


class Together(Generic[Item, Told]):
    """*many* does a list of items in one transaction and tells each one's result, in their order.

    When a company of several fails, each is tried alone, so that one that cannot be written spoils
    nobody else's.
    """

    def __init__(self, many: Callable[[Sequence[Item]], Awaitable[Sequence[Told]]]) -> None:
        self.many = many
        self._waiting: list[tuple[Item, asyncio.Future[Told]]] = []
        self._busy: asyncio.Task[None] | None = None

    async def one(self, item: Item) -> Told:
        """The result of this item, when it is committed; raises what writing it alone raises."""
        future: asyncio.Future[Told] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if self._busy is None or self._busy.done():
            self._busy = asyncio.create_task(self._empty())
        return await future

    async def _empty(self) -> None:
        while self._waiting:
            company, self._waiting = self._waiting, []
            if len(company) > 1 and await self._all_went(company):
                continue
            for alone in company:
                await self._alone(alone)

    async def _all_went(self, company: list[tuple[Item, asyncio.Future[Told]]]) -> bool:
        try:
            await self._write(company)
        except Exception:
            return False
        return True

    async def _write(self, company: list[tuple[Item, asyncio.Future[Told]]]) -> None:
        told = await self.many([item for item, _ in company])
        for (_, future), result in zip(company, told, strict=True):
            if not future.done():
                future.set_result(result)

    async def _alone(self, one: tuple[Item, asyncio.Future[Told]]) -> None:
        try:
            await self._write([one])
        except Exception as error:
            if not one[1].done():
                one[1].set_exception(error)

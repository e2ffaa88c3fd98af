"""An installation over a made-up world: what a house needs of facts, without files."""

from core.clock import at_time
from core.config import Settings
from core.house import House
from core.privacy.vault import Vault
from tests.factories import CITY, TestClock
from tests.scheduler.families import AT


class Told:
    """Facts that a world tells, each day what was observed by then."""

    def __init__(self, world):
        self.world = world

    def view(self, at):
        return self.world.later(at)


def house_of(world, home, *, at=AT, vault=None):
    clock = TestClock(at_time(at, 8))
    settings = Settings(home=home, made_up=True)
    return House(settings, vault or Vault.throwaway(), CITY, Told(world), clock)

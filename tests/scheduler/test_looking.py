"""What the night calculates: nothing is lost by leaving out columns nobody reads."""

from polars.testing import assert_frame_equal

from core.variables import features
from scheduler.looking import narrowed
from scheduler.monitors.judging import judge
from scheduler.monitors.shelf import in_force
from tests.scheduler.families import AT, street
from tests.scheduler.stories import MISSES, TRUTHS
from tests.variables.world import standards


def test_monitors_say_the_same_over_frames_that_hold_only_what_they_read():
    stories = {name: story for name, (story, _) in TRUTHS.items()} | MISSES
    world, std = street(stories), standards()
    found, watches = features(world, std), in_force(AT)
    persons, households = narrowed(found, watches, std)
    assert persons.width < found.persons.width and households.width < found.households.width
    whole = judge(watches, found.persons, found.households, world, std)
    narrow = judge(watches, persons, households, world, std)
    assert [v.monitor.id for v in narrow] == [v.monitor.id for v in whole]
    for one, other in zip(whole, narrow, strict=True):
        assert_frame_equal(one.frame, other.frame)
    assert sum(v.hits for v in narrow) >= len(TRUTHS)

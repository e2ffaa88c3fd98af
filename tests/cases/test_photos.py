"""A picture of a visit: nothing of where and when is left in it, it lies sealed, few may look."""

import io
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.handlers.arriving import FAR_M, metres_from
from bot.messages import arriving
from core import accounts
from core.access import NotAllowed
from core.cases import photos, work
from core.cases.doors import case_for
from core.cases.stripping import BadPicture, strip
from core.store.casework import Visit
from core.store.database import atomically, raw
from core.store.helping import Photo
from core.store.trail import Audit
from tests.factories import VILLAGE_CODE, case, person, staff

Image = pytest.importorskip("PIL.Image")
PLACE = b"30.7012N 121.0341E"


def picture(kind="JPEG", turn=6):
    """A small picture that says where it was taken, with whose telephone, which way up."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x9286] = turn, "Telephone of somebody", PLACE
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (30.0, 42.0, 4.0)
    Image.effect_mandelbrot((64, 48), (-2, -1, 1, 1), 20).convert("RGB").save(
        out, kind, exif=exif, comment=b"behind the river, third house"
    )
    return out.getvalue()


JPEG, PNG = picture(), picture("PNG")


@pytest.mark.parametrize(("data", "kind"), [(JPEG, "jpg"), (PNG, "png")], ids=["jpg", "png"])
def test_where_when_and_whose_are_cut_out_and_the_picture_stays_the_same(data, kind):
    assert PLACE in data and b"Telephone" in data
    told, clean = strip(data + b"a film that follows")
    assert told == kind
    for left in (PLACE, b"Telephone", b"river", b"film"):
        assert left not in clean
    before, after = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(clean))
    assert before.tobytes() == after.tobytes()
    assert dict(after.getexif()) == ({0x0112: 6} if kind == "jpg" else {})


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_spoilt_picture_is_refused_or_clean_never_a_crash(data):
    whole = data.draw(st.sampled_from([JPEG, PNG]))
    end, at = data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, len(whole) - 1))
    spoilt = bytearray(whole)
    spoilt[at] ^= data.draw(st.integers(1, 255))
    for some in (whole[:end], bytes(spoilt)):
        try:
            strip(some)
        except BadPicture:
            continue


async def kept(now):
    people = await staff(now)
    opened = await case(now)
    peng = await accounts.who(people["peng"])
    await atomically(lambda: photos.want(opened, peng, "telegram", "f1", key="k1", at=now))
    await atomically(lambda: photos.want(opened, peng, "telegram", "f1", key="k1", at=now))
    [wanted] = await photos.waiting("telegram")
    assert await photos.keep(wanted, JPEG) == "kept"
    return opened, peng


async def test_it_lies_sealed_and_the_same_message_is_one_picture(both, now):
    await kept(now)
    [row] = await raw("SELECT data FROM photo")
    clean = strip(JPEG)[1]
    assert clean[20:60] not in bytes(row["data"]) and b"/9j/" not in bytes(row["data"])


async def test_whoever_works_the_case_looks_and_leaves_a_trail_nobody_else_may(both, now):
    opened, peng = await kept(now)
    shown = await photos.show(opened, 0, peng, at=now)
    assert shown.data == strip(JPEG)[1] and PLACE not in shown.data
    assert await Audit.filter(who="peng", what="see_photo", about=opened.number).count() == 1
    other = await person("far", "grid", now - timedelta(days=9), area="330482103")
    for stranger in (other, await accounts.by_handle("zhou"), await accounts.by_handle("chen")):
        with pytest.raises(NotAllowed):
            await photos.show(opened, 0, await accounts.who(stranger), at=now)


async def test_what_is_no_picture_or_too_big_is_refused_and_nothing_of_it_kept(db, now):
    people = await staff(now)
    opened = await case(now)
    peng = await accounts.who(people["peng"])
    for n, data in enumerate((b"%PDF-1.7 a letter", JPEG + b"x" * photos.LIMIT)):
        await atomically(lambda n=n: photos.want(opened, peng, "t", f"f{n}", key=f"k{n}", at=now))
        [wanted] = await photos.waiting("t")
        assert await photos.keep(wanted, data) == "refused"
    assert not await Photo.exclude(data=None).exists() and await photos.count(opened) == 0


async def test_a_picture_that_cannot_be_fetched_is_tried_again_and_given_up_at_last(db, now):
    people = await staff(now)
    opened = await case(now)
    peng = await accounts.who(people["peng"])
    await atomically(lambda: photos.want(opened, peng, "t", "f", key="k", at=now))
    tries = 0
    while waiting := await photos.waiting("t"):
        await photos.failed(waiting[0])
        tries += 1
    assert tries == photos.TRIES


async def test_far_from_the_village_is_said_and_the_visit_counts_all_the_same(both, now):
    metres = metres_from((30.75, 120.75), VILLAGE_CODE)
    assert metres > FAR_M
    told = arriving.distance("鱼圻塘村", metres, "zh", far=True)
    assert "公里" in told and "接着说" in told
    people = await staff(now)
    opened = await case(now)
    peng = await accounts.who(people["peng"])
    report = work.Report("在镇上碰到的，人挺好，想找工作", "visited", ("wants_job",),
                         distance_m=metres)  # fmt: skip

    async def tell():
        mine = await case_for(peng, opened.number, "work_case", at=now)
        await work.report(mine, peng, report, key="v1", at=now)
        return mine

    mine = await atomically(tell)
    assert mine.state == "planned" and (await Visit.get(case=mine)).distance_m == metres

"""Buttons: small, signed, of one chat, for a month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import BadButton, pack, unpack
from bot.message import Button, Press
from core.privacy.vault import Vault

VAULT = Vault.throwaway()
DAY = date(2022, 7, 15)
TAKE = Button("我来", "take", "PH-2022-000318")


@given(
    verb=st.sampled_from(["take", "report_in", "heard_wrong"]),
    number=st.integers(1, 999_999),
    arg=st.sampled_from(["", "person", "330482102"]),
    chat=st.integers(-(10**13), 10**12),
)
def test_every_button_fits_and_says_again_what_it_said(verb, number, arg, chat):
    button = Button("x", verb, f"PH-2022-{number:06d}", arg)
    data = pack(button, str(chat), DAY, VAULT)
    assert len(data.encode()) <= 64
    assert unpack(data, str(chat), DAY, VAULT) == Press(verb, button.about, arg)


def test_it_is_worthless_in_another_chat():
    with pytest.raises(BadButton):
        unpack(pack(TAKE, "11", DAY, VAULT), "12", DAY, VAULT)


def test_it_dies_after_a_month():
    data = pack(TAKE, "11", DAY, VAULT)
    unpack(data, "11", DAY + timedelta(days=30), VAULT)
    with pytest.raises(BadButton):
        unpack(data, "11", DAY + timedelta(days=31), VAULT)


def test_no_single_changed_character_survives():
    data = pack(TAKE, "11", DAY, VAULT)
    for n in range(len(data)):
        forged = data[:n] + ("a" if data[n] != "a" else "b") + data[n + 1 :]
        with pytest.raises(BadButton):
            unpack(forged, "11", DAY, VAULT)


@given(st.text(max_size=64))
def test_noise_is_refused(noise):
    with pytest.raises(BadButton):
        unpack(noise, "11", DAY, VAULT)

"""Sealed fields open only with their key, in their own column; look-ups know no ID number."""

import pytest

from core.privacy.vault import Vault, WrongKey


def test_what_is_sealed_opens_again_and_never_looks_the_same():
    vault = Vault.throwaway()
    one, two = vault.seal("陆杰", "person.name"), vault.seal("陆杰", "person.name")
    assert one != two
    assert vault.unseal(one, "person.name") == "陆杰"


def test_a_value_moved_to_another_column_does_not_open():
    vault = Vault.throwaway()
    with pytest.raises(WrongKey):
        vault.unseal(vault.seal("陆杰", "person.name"), "person.phone")


def test_a_changed_byte_does_not_open():
    vault = Vault.throwaway()
    sealed = bytearray(vault.seal("陆杰", "x"))
    sealed[-1] ^= 1
    with pytest.raises(WrongKey):
        vault.unseal(bytes(sealed), "x")


def test_another_key_says_so():
    with pytest.raises(WrongKey):
        Vault.throwaway().unseal(Vault.throwaway().seal("陆杰", "x"), "x")


def test_the_blind_index_forgives_case_and_spaces_only():
    vault = Vault.throwaway()
    assert vault.blind("id", " 99010119900101001x ") == vault.blind("id", "99010119900101001X")
    assert vault.blind("id", "990101199001010011") != vault.blind("id", "990101199001010012")
    assert vault.blind("id", "1") != vault.blind("phone", "1")


def test_keys_are_made_once_and_kept_to_the_owner(tmp_path):
    path = tmp_path / "keys.json"
    sealed = Vault.create(path).seal("x", "c")
    assert path.stat().st_mode & 0o077 == 0
    assert Vault.open(path).unseal(sealed, "c") == "x"
    with pytest.raises(FileExistsError):
        Vault.create(path)


def test_without_keys_the_sentence_says_what_to_do(tmp_path):
    with pytest.raises(WrongKey, match="jpf init"):
        Vault.open(tmp_path / "none.json")

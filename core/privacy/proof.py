"""Tell whether the keys at hand are the ones that sealed what is stored, before anything is written.

Whoever keeps sealed values keeps a proof beside them: the fingerprint of the index key and one known
text under the sealing key. Without it a lost key file, made anew, would seal new values that nobody
could tell from the old ones.
"""

import json
import os
from pathlib import Path

from core.privacy.keyring import WrongKey
from core.privacy.vault import Vault

KNOWN = "jingpingfu"
CONTEXT = "proof"
Proof = dict[str, str]


def prove(vault: Vault) -> Proof:
    """What to keep beside sealed values."""
    return {"index": vault.blind(CONTEXT, KNOWN), "key": vault.seal(KNOWN, CONTEXT).hex()}


def check(vault: Vault, proof: Proof) -> None:
    """Raises WrongKey when *vault* does not open what this proof stands beside."""
    if proof["index"] != vault.blind(CONTEXT, KNOWN):
        raise WrongKey("密钥文件不是这份资料的。什么也没有写。请取回原来的密钥文件。")
    vault.unseal(bytes.fromhex(proof["key"]), CONTEXT)


def key_of(proof: Proof) -> int:
    """The number of the key this proof was made with."""
    return bytes.fromhex(proof["key"])[0]


def check_file(vault: Vault, path: Path) -> None:
    """The same against a proof kept in a file, which is made the first time; raises WrongKey."""
    if not vault.lasting:
        return
    if path.exists():
        check(vault, json.loads(path.read_text("utf-8")))
    else:
        write(vault, path)


def write(vault: Vault, path: Path) -> None:
    """Keep a proof of the current key at *path*, replacing an older one in one step."""
    tmp = path.with_name(f"{path.name}.tmp")
    with tmp.open("w", encoding="utf-8") as out:
        json.dump(prove(vault), out)
        out.flush()
        os.fsync(out.fileno())
    tmp.replace(path)

"""The parts of the service a process may hold, as `jpf run --only` names them."""

import argparse

PARTS = ("bot", "sender", "scheduler", "web")


def parts(text: str) -> frozenset[str]:
    """The parts named; argparse says which there are when one is unknown."""
    named = frozenset(text.split(","))
    if not named <= set(PARTS):
        raise argparse.ArgumentTypeError(f"有这几样：{'、'.join(PARTS)}")
    return named

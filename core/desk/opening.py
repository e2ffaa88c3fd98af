"""Where the desk's pages are found, as this process was told when it started."""

_at: list[str] = []


def opens_at(address: str) -> None:
    """The address people reach the pages at, e.g. https://desk.example.cn; "" closes the desk."""
    _at[:] = [address.rstrip("/")] if address else []


def address() -> str:
    return _at[0] if _at else ""

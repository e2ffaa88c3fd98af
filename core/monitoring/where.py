"""A column and the value at which a monitor stays silent: what a guard is, without where it is kept."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Where:
    """The value is text, as polars writes it ("true", "低保")."""

    column: str
    value: str

    def words(self) -> str:
        return f"{self.column} = {self.value}"


def version_with(version: str, guards: tuple[Where, ...]) -> str:
    """Every guard makes another version, which is judged anew."""
    return f"{version}+{len(guards)}" if guards else version

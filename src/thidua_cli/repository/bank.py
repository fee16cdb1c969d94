"""The bank of initiatives where it is too large to be held: a province has 125,000 of them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.repository.files import DataFiles

BankKey = tuple[str, str]
"""The year and the unit of a file of initiatives."""


class Bank(Mapping[BankKey, InitiativeFile]):
    """Files of initiatives by year and unit; each is read anew when it is asked for, and none is kept."""

    def __init__(self, root: Path, paths: Mapping[BankKey, str]) -> None:
        self._root = root
        self._paths = paths

    def __getitem__(self, key: BankKey) -> InitiativeFile:
        found = DataFiles(self._root).record(self._paths[key], InitiativeFile)
        return found or InitiativeFile(initiatives=())  # it has become unreadable since it was checked

    def __iter__(self) -> Iterator[BankKey]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

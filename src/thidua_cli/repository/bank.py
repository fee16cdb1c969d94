"""The bank of initiatives where it is too large to be held: a province has 125,000 of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from thidua_cli.diagnostics.finding import Finding
from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.repository import layout
from thidua_cli.repository.files import DataFiles
from thidua_cli.repository.index import Repository

BankKey = tuple[str, str]
"""The year and the unit of a file of initiatives."""
Look = Callable[[Repository], Iterable[Finding]]
"""What finds fault with the initiatives of a repository, for which a few files are as good as all."""
_AT_A_TIME = 50


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


def with_initiatives(repository: Repository, files: DataFiles, look: Look, *, keep: bool) -> Repository:
    """The repository with all initiatives; `look` sees some files at a time, and they stay only where they are kept."""
    kept: dict[BankKey, InitiativeFile] = {}
    some: dict[BankKey, InitiativeFile] = {}
    paths: dict[BankKey, str] = {}
    places: dict[str, tuple[BankKey, ...]] = {}
    for key, path, file in _initiatives(files):
        some[key], paths[key] = file, path
        _note_ids(places, key, file)
        if len(some) == _AT_A_TIME:
            files.findings += look(replace(repository, initiatives=some))
            if keep:
                kept |= some
            some = {}
    files.findings += look(replace(repository, initiatives=some))
    initiatives = kept | some if keep else Bank(files.root, paths)
    return replace(repository, initiatives=initiatives, initiative_ids=places)


def with_other_file(repository: Repository, key: BankKey, file: InitiativeFile) -> Repository:
    """The repository with this file of initiatives in the place of the one that it has of that year and unit."""
    places = dict(repository.initiative_ids)
    before = repository.initiatives.get(key)
    for name in {one.id.casefold() for one in before.initiatives} if before else ():
        others = tuple(other for other in places.pop(name) if other != key)
        if others:
            places[name] = others
    _note_ids(places, key, file)
    return replace(repository, initiatives={**repository.initiatives, key: file}, initiative_ids=places)


def _note_ids(places: dict[str, tuple[BankKey, ...]], key: BankKey, file: InitiativeFile) -> None:
    here = (key,)  # one for all ids of the file
    for initiative in file.initiatives:
        name = initiative.id.casefold()
        places[name] = places[name] + here if name in places else here


def _initiatives(files: DataFiles) -> Iterator[tuple[BankKey, str, InitiativeFile]]:
    place = "Sáng kiến đứng ở initiatives/<năm>/<mã đơn vị>.yaml."
    for folder, year in files.folders(layout.INITIATIVES, place):
        for name, unit in files.of_kind(folder, layout.YAML, "Tệp sáng kiến có tên <mã đơn vị>.yaml."):
            found = files.record(name, InitiativeFile)
            if found is not None:
                yield (year, unit), name, found

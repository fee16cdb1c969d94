"""What the data would be with a changed file, and which errors they would have that they do not have now."""

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from thidua_cli.cli.checking import check_again
from thidua_cli.cli.data_files import DataFile
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Finding, Severity
from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.model.narratives import NarrativeHead
from thidua_cli.model.record import Record
from thidua_cli.model.results import ResultFile
from thidua_cli.reading.front_matter import read_with_front_matter
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.repository.bank import with_other_file
from thidua_cli.repository.index import CampaignFolder, Narrative, Prose, Repository
from thidua_cli.repository.layout import CAMPAIGNS, INITIATIVES, RESULTS

R = TypeVar("R", bound=Record)


def with_file(repository: Repository, path: str, content: bytes) -> Repository:
    """The repository as it would be with the file; raises ThiduaError where the file could not be read again."""
    parts = PurePosixPath(path)
    if path.startswith(f"{INITIATIVES}/"):
        file = _record_in(content, path, InitiativeFile)
        return with_other_file(repository, (parts.parent.name, parts.stem), file)
    campaign = parts.relative_to(CAMPAIGNS).parts[0]
    folder = repository.campaigns[campaign]
    if parts.parent.name == RESULTS:
        results = _record_in(content, path, ResultFile)
        folder = replace(folder, results={**folder.results, parts.stem: results})
    else:
        folder = _with_narrative(folder, path, content)
    return replace(repository, campaigns={**repository.campaigns, campaign: folder})


def new_errors(before: Repository, after: Repository) -> tuple[Finding, ...]:
    """Errors that the checks find in the one and not in the other."""
    if after is before:
        return ()
    found = tuple(f for f in check_again(after) if f.severity is Severity.ERROR)
    # Compared without their places: what is put into a narrative moves what stands below it.
    known = {(f.code, f.message) for f in check_again(before)} if found else set()
    return tuple(f for f in found if (f.code, f.message) not in known)


def refuse_faults(bank: DataFile, content: bytes) -> None:
    """Raise ThiduaError where a file of initiatives could not be read again."""
    _record_in(content, bank.path, InitiativeFile)


def _record_in(content: bytes, path: str, kind: type[R]) -> R:
    """What the file would hold; raises ThiduaError where it could not be read again."""
    data = read_yaml(content, path).data
    record, findings = validate(data, kind) if data is not None else (None, [])
    if record is None:
        raise _unreadable(path, findings)
    return record


def _with_narrative(folder: CampaignFolder, path: str, content: bytes) -> CampaignFolder:
    prose = read_with_front_matter(content, path)
    head, findings = validate(prose.head, NarrativeHead) if prose.head is not None else (None, [])
    if head is None or prose.body is None:
        raise _unreadable(path, findings)
    unit = PurePosixPath(path).parent.name
    new = Narrative(unit, head, Prose(path, prose.body, prose.first_line))
    others = tuple(narrative for narrative in folder.narratives if narrative.prose.path != path)
    return replace(folder, narratives=(*others, new))


def _unreadable(path: str, findings: list[Finding]) -> ThiduaError:
    at = findings[0].at if findings else None
    return ThiduaError(
        f"Tệp “{path}” còn lỗi nên không ghi thêm.", hint="Xem và sửa lỗi: thidua validate", at=at
    )

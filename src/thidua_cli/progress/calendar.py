"""The calendar of a campaign: everything that is due in it, and what of that concerns one unit."""

from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256

from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.campaigns import Assignment, Duty, KnownIssue
from thidua_cli.progress.deadlines import Deadline
from thidua_cli.progress.dues import Due, DueKind, Outlook, Proof
from thidua_cli.progress.figure_dues import figure_dues, task_dues
from thidua_cli.progress.report_dues import milestone_dues, report_dues
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.dates import day_short

_TARGETS = "targets."
_WHENEVER = Deadline(words="không đặt hạn")


class Relation(StrEnum):
    """How a unit stands to a thing that is due; the values are for programs."""

    OWN = "owes"
    OWED = "is-owed"
    SCHEDULED = "schedules"
    """It runs the campaign, and nobody in particular owes the thing."""
    POSSIBLE = "may-owe"
    """A group owes the thing whose members nobody has listed, and the unit may be one of them."""


def calendar(outlook: Outlook) -> tuple[Due, ...]:
    """Everything that is due in a campaign: reports, figures, tasks, duties with a deadline, reviews, decisions."""
    reports = tuple(report_dues(outlook))
    return (
        *milestone_dues(outlook),
        *reports,
        *figure_dues(outlook, reports),
        *task_dues(outlook),
        *_duty_dues(outlook),
        *_decision_dues(outlook),
    )


def relation(due: Due, unit: str, repository: Repository, folder: CampaignFolder) -> Relation | None:
    """What a thing that is due is to a unit; a group stands for each of its members. None where it is nothing to it."""
    if due.unit is not None and due.unit in {unit, *repository.expand(unit)}:
        return Relation.OWN
    if due.unit is not None and unit in {*due.to, due.via}:
        return Relation.OWED
    if runs(unit, folder):
        return Relation.SCHEDULED if due.unit is None else Relation.OWED
    return Relation.POSSIBLE if due.unit is not None and may_be_in(due.unit, unit, repository) else None


def may_be_in(group: str, unit: str, repository: Repository) -> bool:
    """Whether a unit may be one of a group without listed members; a group within a body is of parts of that body."""
    record, own = repository.units.get(group), repository.units.get(unit)
    if record is None or own is None or record.kind != "group" or record.members:
        return False
    within = repository.parents.get(group)
    return own.is_organisation and (within is None or within in repository.superiors(unit))


def runs(unit: str, folder: CampaignFolder) -> bool:
    """Whether the unit issued the campaign, or is its standing unit where the plan names one."""
    leading = (name for one in folder.campaign.every_assignment if one.lead for name in one.units)
    return unit in {folder.campaign.issuer, *leading}


def _duty_dues(outlook: Outlook) -> Iterator[Due]:
    """Duties with a deadline of their own; of one that ends with a report, the report says when."""
    for assignment in outlook.folder.campaign.every_assignment:
        for place, duty in enumerate(assignment.duties):
            if duty.report is None and (duty.before is not None or duty.by is not None):
                yield from _duty(outlook, assignment, duty, assignment.at("duties", place))


def _duty(outlook: Outlook, assignment: Assignment, duty: Duty, at: Location) -> Iterator[Due]:
    deadline = Deadline.of(duty.before, duty.by)
    units = (unit for name in assignment.units for unit in outlook.repository.expand(name))
    for unit in dict.fromkeys(units):
        yield Due(
            campaign=outlook.folder.id,
            kind=DueKind.DUTY,
            id=_fingerprint(duty.text),
            subject=duty,
            unit=unit,
            deadline=deadline,
            standing=outlook.standing(deadline, recorded=False),
            at=at,
        )


def _fingerprint(text: str) -> str:
    """A name for something without an id, which stays when other things are put before it."""
    return sha256(text.encode()).hexdigest()[:12]


def _decision_dues(outlook: Outlook) -> Iterator[Due]:
    """Doubts that hold up the verdict on a target until the issuer has decided, one for each target."""
    folder = outlook.folder
    doubts: dict[str, list[KnownIssue]] = {}
    for issue in folder.campaign.known_issues:
        if issue.about is not None and issue.about.startswith(_TARGETS):
            doubts.setdefault(issue.about, []).append(issue)
    for about, issues in doubts.items():
        waiting = [issue for issue in issues if not _is_decided(outlook, issue)]
        yield Due(
            campaign=folder.id,
            kind=DueKind.DECISION,
            id=about.removeprefix(_TARGETS),
            subject=(waiting or issues)[0],
            unit=folder.campaign.issuer,
            deadline=_WHENEVER,
            standing=outlook.standing(_WHENEVER, done=not waiting),
            at=(waiting or issues)[0].at(),
            shown_by=() if waiting else tuple(_decision(issue) for issue in issues),
        )


def _is_decided(outlook: Outlook, issue: KnownIssue) -> bool:
    day = issue.decided_on
    return issue.decided_by is not None and (day is None or day <= outlook.as_of)


def _decision(issue: KnownIssue) -> Proof:
    day = f" ngày {day_short(issue.decided_on)}" if issue.decided_on else ""
    return Proof(f"{issue.decided_by}{day}", issue.at("decided_by"))

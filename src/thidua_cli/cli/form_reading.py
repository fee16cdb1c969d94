"""Returned files as forms of the units and campaigns that they belong to, with everything that is wrong in any."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_cli.cli.checking import check_everything, ready_in
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.documents.report_choice import ReportChoice
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.forms.asking import Duties, Form, duties_in, make_form
from thidua_cli.forms.changes import Change, changes_in, faults_in
from thidua_cli.forms.faults import Fault
from thidua_cli.forms.identity import Identity, identity_in
from thidua_cli.forms.returned import GivenAnswer, InitiativeRow, Returned, Statement, read_form
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.spreadsheets.packages import LARGEST_PART, too_large
from thidua_cli.spreadsheets.reader import read_book


@dataclass(frozen=True, slots=True)
class Incoming:
    """A returned form beside the form as it would be made now."""

    returned: Returned
    form: Form
    changes: tuple[Change, ...]
    choice: ReportChoice


@dataclass(frozen=True, slots=True)
class _Campaign:
    folder: CampaignFolder
    duties: Duties


class _Campaigns:
    """The campaigns that forms name; the data are read once for all of them."""

    def __init__(self, root: Path) -> None:
        self._checked = check_everything(root, keep=True)
        self._known: dict[str, _Campaign] = {}

    def get(self, name: str) -> _Campaign:
        if name not in self._known:
            folder = ready_in(self._checked, name)
            self._known[name] = _Campaign(folder, duties_in(self.repository, folder))
        return self._known[name]

    @property
    def repository(self) -> Repository:
        return self._checked.repository


def read_forms(
    paths: tuple[Path, ...], root: Path, day: date
) -> tuple[Repository, tuple[Incoming, ...], list[Fault]]:
    """The data and every file read as a form."""
    campaigns = _Campaigns(root)
    incoming: list[Incoming] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            one, found = _read(path, campaigns, day)
        except ThiduaError as error:
            faults.append(Fault(str(path), error.message, error.hint or "Xem lại tệp."))
            continue
        incoming.append(one)
        faults += found
    faults += _clashes(incoming)
    return campaigns.repository, tuple(incoming), faults


def _read(path: Path, campaigns: _Campaigns, day: date) -> tuple[Incoming, list[Fault]]:
    if path.stat().st_size > LARGEST_PART:
        raise too_large()
    book = read_book(path.read_bytes())
    identity = identity_in(book)
    campaign, repository = campaigns.get(identity.campaign), campaigns.repository
    _refuse_other_name(path, identity, repository)
    gathers = sender_of(repository, campaign.folder)
    choice = ReportChoice(gathers, identity.kind, identity.period, "")
    form = make_form(repository, campaign.folder, identity.unit, choice, identity.made_on, campaign.duties)
    returned, faults = read_form(book, str(path), identity, form, day)
    changes = changes_in(returned, form)
    return Incoming(returned, form, changes, choice), [*faults, *faults_in(returned, changes)]


def _refuse_other_name(path: Path, identity: Identity, repository: Repository) -> None:
    if identity.unit not in repository.units:
        raise ThiduaError(
            f"Biểu của đơn vị “{identity.unit}” không có trong danh mục.",
            hint="Xem data/units; nếu đơn vị đã đổi mã thì gửi biểu mới.",
        )
    if path.stem.endswith(f"-{identity.unit}"):
        return
    other = next((unit for unit in repository.units if path.stem.endswith(f"-{unit}")), None)
    if other is not None:
        raise ThiduaError(
            f"Tệp mang tên của “{other}” nhưng là biểu lập cho “{identity.unit}”.",
            hint="Mỗi đơn vị điền biểu của mình; nếu chỉ nhầm tên tệp thì đổi tên rồi nhập lại.",
        )


def _clashes(incoming: list[Incoming]) -> list[Fault]:
    """Two files of one unit that do not say the same."""
    known: dict[tuple[str, ...], tuple[object, object]] = {}
    faults: list[Fault] = []
    for one in incoming:
        owner = (one.form.campaign, one.form.unit, one.form.period.text, one.form.kind)
        said: list[tuple[Statement | GivenAnswer | InitiativeRow, str, object]] = [
            *((s, s.id, s.facts) for s in one.returned.said),
            *((a, a.heading, a.text) for a in one.returned.answers),
            *((i, i.title, i.authors) for i in one.returned.initiatives),
        ]
        for thing, name, words in said:
            before, where = known.setdefault((*owner, *thing.key), (words, thing.at))
            if before != words:
                faults.append(
                    thing.at.fault(
                        f"“{name}” ghi khác với tệp khác của cùng đơn vị: {where}.",
                        "Hỏi đơn vị tệp nào đúng, rồi chỉ nhập tệp ấy.",
                    )
                )
    return faults

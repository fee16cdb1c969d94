"""The files of a new campaign: told in short, shown, or put on the disk."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from thidua_cli.cli import output
from thidua_cli.cli.files import write_new_folder
from thidua_cli.cli.plan_questions import NewPlan
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.record import Record
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.repository.index import CampaignFolder
from thidua_cli.repository.layout import CAMPAIGN_FILE, TARGETS_FILE, campaign_folder
from thidua_cli.rules.campaigns import lacking
from thidua_cli.vietnamese.dates import day_short

R = TypeVar("R", bound=Record)


def summary(plan: NewPlan) -> str:
    """What has been said and taken over, and what the law asks for that is still to be written."""
    answers, taken = plan.answers, plan.inherited
    start = answers.start.in_words if answers.start else "ngày ban hành"
    facts = (
        ("Trích yếu", f"{answers.verb} {answers.name}"),
        ("Đơn vị ban hành", answers.issuer),
        ("Số", answers.number or "để trống"),
        ("Ngày ký", day_short(answers.issued_on) if answers.issued_on else "để trống"),
        ("Thời gian", f"từ {start} đến hết {answers.end.in_words}"),
        ("Triển khai", ", ".join(str(one) for one in taken.blocks.get("implements", ()))),
        ("Nội dung lấy của cấp trên", ", ".join(taken.contents)),
        ("Chỉ tiêu lấy của cấp trên", str(len(taken.targets)) if taken.targets else ""),
        (
            "Nơi nhận có sẵn",
            str(len(taken.blocks.get("recipients", ()))) if taken.blocks.get("recipients") else "",
        ),
    )
    lines = [f"  {label}: {said}" for label, said in facts if said]
    return "\n".join(("Tóm tắt:", *lines, *_checklist(plan)))


def preview(plan: NewPlan) -> None:
    """Show every file; nothing is written."""
    for name, text in plan.files.items():
        output.product(f"─── {campaign_folder(plan.id) / name}\n{text}")
    output.say("CHƯA GHI — chạy thử")


def create(plan: NewPlan, root: Path) -> None:
    """Write all files or none, and say how to go on."""
    drafts, folder = plan.files, campaign_folder(plan.id)
    write_new_folder(root / folder, drafts)
    paths = "".join(f"  {folder / name}\n" for name in drafts)
    output.say(
        f"Đã tạo:\n{paths}"
        "Hãy mở các tệp này viết tiếp; chỗ nào còn trống thì giấy in chỗ trống có đánh dấu. Rồi chạy:\n"
        f"  thidua validate\n  thidua plan -c {plan.id}"
    )


def _checklist(plan: NewPlan) -> Iterator[str]:
    campaign, sheet = (
        _record(plan.files, CAMPAIGN_FILE, Campaign),
        _record(plan.files, TARGETS_FILE, TargetSheet),
    )
    missing = ", ".join(lacking(CampaignFolder(plan.id, str(campaign_folder(plan.id)), campaign, sheet)))
    if missing:
        yield f"Điều 17 Luật Thi đua, khen thưởng còn đòi phải có: {missing}. Viết tiếp trong các tệp."


def _record(drafts: Mapping[str, str], name: str, kind: type[R]) -> R:
    data = read_yaml(drafts.get(name, "").encode(), name).data
    found, findings = validate(data, kind) if data is not None else (kind(), [])
    assert found is not None, f"the draft of {name} is sound: {findings}"
    return found

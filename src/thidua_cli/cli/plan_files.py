"""The files of a new campaign: shown, or put on the disk."""

from pathlib import Path

from thidua_cli.cli import output
from thidua_cli.cli.files import write_new_folder
from thidua_cli.cli.plan_questions import NewPlan
from thidua_cli.documents.drafts import campaign_drafts
from thidua_cli.repository.layout import campaign_folder


def preview(plan: NewPlan) -> None:
    """Show every file; nothing is written."""
    for name, text in campaign_drafts(plan.answers).items():
        output.product(f"─── {campaign_folder(plan.id) / name}\n{text}")
    output.say("CHƯA GHI — chạy thử")


def create(plan: NewPlan, root: Path) -> None:
    """Write all files or none, and say how to go on."""
    drafts, folder = campaign_drafts(plan.answers), campaign_folder(plan.id)
    write_new_folder(root / folder, drafts)
    paths = "".join(f"  {folder / name}\n" for name in drafts)
    output.say(
        f"Đã tạo:\n{paths}"
        "Hãy mở các tệp này viết tiếp; chỗ nào còn trống thì giấy in chỗ trống có đánh dấu. Rồi chạy:\n"
        f"  thidua validate\n  thidua plan -c {plan.id}"
    )

"""`thidua plan`: the KẾ HOẠCH as a Word file."""

from thidua_cli.cli import options


def plan(
    campaign: options.Campaign = None,
    output: options.Output = None,
    as_of: options.AsOf = None,
    force: options.Force = False,
    repo: options.Repo = None,
) -> None:
    """Soạn KẾ HOẠCH phát động phong trào thành tệp Word, đúng thể thức Nghị định 30/2020.

    Văn bản của cơ quan đảng (đơn vị có system: party) theo hướng dẫn thể thức của Văn phòng Trung ương Đảng.
    Số liệu lấy từ campaign.yaml, targets.yaml; lời văn từ plan.md. Điều chưa biết thành chỗ trống có đánh dấu.

    Ví dụ:
      thidua plan -c 19-KH
      thidua plan -c 19-KH -o ke-hoach.docx
    """
    from thidua_cli.cli.checking import ready_campaign
    from thidua_cli.cli.papers import day_of, deliver, form_of
    from thidua_cli.cli.workspace import find_root
    from thidua_cli.documents.launch_plan import compose_plan
    from thidua_cli.repository.needs import Needs

    needs = Needs(results=False, narratives=False, initiatives="none")
    day = day_of(as_of)
    repository, folder = ready_campaign(find_root(repo), campaign, needs)
    profile = form_of(repository, folder.campaign.issuer, folder.campaign.document.date, day)
    document = compose_plan(repository, folder, day, profile)
    fill_in = f"Điền vào các tệp ở {folder.path} rồi chạy lại"
    deliver(document, profile, f"KH-{folder.id}", output, force=force, fill_in=fill_in)

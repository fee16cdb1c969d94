"""What rests on what: followed up to the highest document and down to the last campaign."""

from pathlib import Path

import pytest

from building import data_directory
from thidua_cli.repository.index import Repository
from thidua_cli.repository.lineage import (
    all_above,
    all_below,
    carried_out_by,
    carrying_out,
    related_campaigns,
)

HEAD = "name: phong trào\nissuer: so\nperiod: {from: 2026-01-01, to: 2026-12-31}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Nation, province and three campaigns: one through the province, one straight, one beside it; one far away."""
    return data_directory(
        tmp_path,
        {
            "data/documents.yaml": """
                - {id: qd-ttg, type: Quyết định}
                - {id: kh-tinh, type: Kế hoạch, implements: [qd-ttg]}
                - {id: khac, type: Luật}
                """,
            "data/campaigns/cua-so/campaign.yaml": f"{HEAD}implements: [kh-tinh]\n",
            "data/campaigns/cua-dang/campaign.yaml": f"{HEAD}basis: [{{document: qd-ttg, role: implements}}]\n",
            "data/campaigns/ben-canh/campaign.yaml": f"{HEAD}related: [kh-tinh]\nbasis: [{{document: khac}}]\n",
            "data/campaigns/cua-phong/campaign.yaml": f"{HEAD}implements: [cua-so]\n",
            "data/campaigns/khong-dinh/campaign.yaml": f"{HEAD}basis: [{{document: khac}}]\n",
        },
    ).repository


def test_only_what_is_carried_out_stands_above(repository: Repository) -> None:
    assert carried_out_by("cua-phong", repository) == ("cua-so",)
    assert all_above("cua-phong", repository) == ("cua-so", "kh-tinh", "qd-ttg")
    assert all_above("ben-canh", repository) == ()


def test_everything_below_a_document_is_found_through_documents_and_campaigns(repository: Repository) -> None:
    assert carrying_out("qd-ttg", repository) == ("kh-tinh", "cua-dang")
    assert all_below("qd-ttg", repository) == ("kh-tinh", "cua-dang", "cua-so", "cua-phong")
    assert all_below("khac", repository) == ()


def test_campaigns_are_akin_through_a_superior_or_by_name(repository: Repository) -> None:
    assert related_campaigns("cua-so", repository) == ("ben-canh", "cua-dang", "cua-phong")
    assert related_campaigns("khong-dinh", repository) == ()


def test_a_circle_ends_where_it_closes(tmp_path: Path) -> None:
    circle = data_directory(
        tmp_path,
        {
            "data/documents.yaml": "- {id: a, type: X, implements: [b]}\n- {id: b, type: X, implements: [a]}\n",
        },
    ).repository

    assert all_above("a", circle) == ("b",)
    assert all_below("a", circle) == ("b",)

"""Records are found by the names that people use, and what is wrong with a name is said."""

from pathlib import Path

import pytest

from building import data_directory
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.repository.index import Prose, Repository

HEAD = "issuer: so-a\nperiod: {from: 2026-01-01, to: 2026-12-31}\n"


def repository(tmp_path: Path, files: dict[str, str | bytes]) -> Repository:
    return data_directory(tmp_path, files).repository


@pytest.fixture
def campaigns(tmp_path: Path) -> Repository:
    return repository(
        tmp_path,
        {
            "data/campaigns/19-KH/campaign.yaml": f"name: A\ndocument: {{number: 19/KH-SVHTTDL}}\n{HEAD}",
            "data/campaigns/doi-moi/campaign.yaml": f"name: B\n{HEAD}",
            "data/campaigns/doi-song/campaign.yaml": f"name: C\n{HEAD}",
            "data/campaigns/hong/campaign.yaml": "name: [\n",
            "data/units/so-a.yaml": "id: so-a\n",
        },
    )


@pytest.mark.parametrize("name", ["19-KH", "19-kh", "19/KH-SVHTTDL", "19/kh-svhttdl", "19", "19KH"])
def test_a_campaign_is_found_by_id_number_or_beginning(campaigns: Repository, name: str) -> None:
    assert campaigns.campaign(name).id == "19-KH"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("doi", "“doi” có thể là nhiều phong trào: doi-moi, doi-song.", "Viết đủ mã của một phong trào."),
        (
            "hong",
            "Phong trào “hong” có lỗi trong tệp dữ liệu nên chưa dùng được.",
            "Chạy thidua validate để xem lỗi và cách sửa.",
        ),
        ("đổi-mơi-2", "Không có phong trào nào mang mã hoặc số “đổi-mơi-2”.", "Có phải “doi-moi”?"),
        (
            "units",
            "Không có phong trào nào mang mã hoặc số “units”.",
            "Các phong trào hiện có: 19-KH, doi-moi, doi-song.",
        ),
    ],
)
def test_a_campaign_that_is_not_found_is_explained(
    campaigns: Repository, name: str, message: str, hint: str
) -> None:
    with pytest.raises(ThiduaError) as refused:
        campaigns.campaign(name)

    assert (refused.value.message, refused.value.hint) == (message, hint)


def test_a_unit_is_found_by_id_and_by_abbreviation(tmp_path: Path) -> None:
    found = repository(
        tmp_path, {"data/units/so-vhttdl.yaml": "id: so-vhttdl\nname: Sở Văn hóa\nabbr: [Sở VHTTDL]\n"}
    )

    assert [found.unit(name).id for name in ("so-vhttdl", "SO-VHTTDL", "sở vhttdl")] == ["so-vhttdl"] * 3
    with pytest.raises(ThiduaError, match="Không có đơn vị nào mang mã “so-vhtdl”"):
        found.unit("so-vhtdl")


UNITS: dict[str, str | bytes] = {
    "data/units/cac-xa.yaml": "id: cac-xa\nname: Các xã\nkind: group\nmembers: [xa-b, xa-a]\n",
    "data/units/tat-ca.yaml": "id: tat-ca\nname: Tất cả\nkind: group\nmembers: [cac-xa, xa-a, tat-ca, xa-z]\n",
    "data/units/tinh-uy.yaml": """\
        id: tinh-uy
        name: Tỉnh ủy
        system: party
        divisions:
        - {id: van-phong, name: Văn phòng, divisions: [{id: phong-1, name: Phòng 1}]}
        - {id: ban-cua-so, name: Ban, parent: xa-a}
        """,
    "data/units/xa-a.yaml": "id: xa-a\nname: Xã A\nparent: xa-b\n",
    "data/units/xa-b.yaml": "id: xa-b\nname: Xã B\nparent: xa-a\n",
}


def test_groups_of_groups_expand_however_deep_and_however_often_they_share_members(tmp_path: Path) -> None:
    groups = {
        f"data/units/{side}{i}.yaml": f"{{id: {side}{i}, name: Nhóm, kind: group, members: [a{i - 1}, b{i - 1}]}}"
        for i in range(1, 1100)
        for side in "ab"
    }
    ends = {f"data/units/{side}0.yaml": f"{{id: {side}0, name: Xã}}" for side in "ab"}

    assert data_directory(tmp_path, groups | ends).repository.expand("b1099") == ("a0", "b0")


def test_a_group_expands_to_its_members_in_order_and_each_once(tmp_path: Path) -> None:
    found = repository(tmp_path, UNITS)

    assert found.expand("tat-ca") == ("xa-b", "xa-a", "tat-ca", "xa-z")
    assert found.expand("cac-xa") == ("xa-b", "xa-a")
    assert found.expand("xa-a") == ("xa-a",)


def test_the_system_is_that_of_the_nearest_superior_who_says(tmp_path: Path) -> None:
    found = repository(tmp_path, UNITS)

    systems = {
        unit: found.system_of(unit) for unit in ("phong-1", "van-phong", "tinh-uy", "ban-cua-so", "zz")
    }

    assert systems == {
        "phong-1": "party", "van-phong": "party", "tinh-uy": "party", "ban-cua-so": "state", "zz": "state",
    }  # fmt: skip


def test_superiors_that_run_in_a_circle_are_named_once(tmp_path: Path) -> None:
    found = repository(tmp_path, UNITS)

    assert found.superiors("phong-1") == ("van-phong", "tinh-uy")
    assert found.superiors("ban-cua-so") == ("xa-a", "xa-b")
    assert found.superiors("xa-a") == ("xa-b",)
    assert found.system_of("xa-a") == "state"


def test_a_stretch_of_prose_knows_its_place_in_the_file() -> None:
    prose = Prose("a.md", "một\nhai ba", first_line=5)

    assert str(prose.at(0)) == "a.md:5:1"
    assert prose.at(8, length=2) == prose.at(8).__class__("a.md", 6, 5, 6, 7)


def test_an_abbreviation_of_two_units_is_met_with_both(tmp_path: Path) -> None:
    offices = repository(
        tmp_path,
        {
            "data/units/vp-a.yaml": "{id: vp-a, name: Văn phòng A, abbr: [LĐVP]}\n",
            "data/units/vp-b.yaml": "{id: vp-b, name: Văn phòng B, abbr: [LĐVP, VPB]}\n",
        },
    )

    assert offices.unit("vpb").id == "vp-b"
    with pytest.raises(ThiduaError) as raised:
        offices.unit("lđvp")
    assert (
        raised.value.message == "“lđvp” là tên tắt của nhiều đơn vị: Văn phòng A (vp-a); Văn phòng B (vp-b)."
    )

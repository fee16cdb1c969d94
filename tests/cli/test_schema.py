import json

import pytest

from building import data_directory
from terminal import Said, Terminal
from thidua_cli.cli.schema import schema_files

SETTINGS = ".vscode/settings.json"


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, {"thidua.yaml": "requires: '>=0.1'"})
    return thidua


def test_the_kinds_of_file_are_listed_with_their_places(thidua: Terminal) -> None:
    said = thidua("schema")

    lines = [line for line in said.out.splitlines()[2:] if not line.startswith(" ")]
    rows = [line.split("  ") for line in lines]
    assert (said.code, said.err) == (0, "")
    assert ("targets", "data/campaigns/*/targets.yaml") in {(row[0], row[-1].strip()) for row in rows}
    assert [f"schemas/{row[0]}.json" for row in rows] == list(schema_files())


def test_one_schema_is_printed_without_a_data_directory(thidua: Terminal) -> None:
    said = thidua("schema", "unit")

    schema = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$defs"]["Unit"]["properties"]["name"]["title"] == "Tên đầy đủ"
    assert thidua.tree() == {}


def test_everything_is_written_and_a_second_time_nothing_changes(office: Terminal) -> None:
    said = office("schema", "--write")

    places = f"lược đồ của mọi loại tệp ở schemas/, cài đặt của VS Code ở {SETTINGS}."
    assert said == Said(0, "", f"Đã ghi: {places}\n")
    written = office.tree()
    assert written.keys() == {"thidua.yaml", SETTINGS, *schema_files()}
    assert {name: written[name].decode() for name in schema_files()} == schema_files()
    assert office("schema", "--write").err.startswith("Không thay đổi: ")
    assert office.tree() == written


def test_every_kind_of_yaml_file_is_mapped_to_its_schema(office: Terminal) -> None:
    office("schema", "--write")

    mapped = json.loads(office.tree()[SETTINGS])["yaml.schemas"]
    assert mapped["./schemas/campaign.json"] == "data/campaigns/*/campaign.yaml"
    assert {path.removeprefix("./") for path in mapped} == set(schema_files()) - {"schemas/narrative.json"}


def test_other_settings_and_their_form_stay(office: Terminal) -> None:
    data_directory(
        office.directory,
        {
            SETTINGS: '{\r\n    "a": [110],\r\n    "yaml.schemas": {"./khac.json": "*.x"},\r\n    "b": 1\r\n}\r\n'
        },
    )

    office("schema", "--write")

    text = office.tree()[SETTINGS].decode()
    settings = json.loads(text)
    assert list(settings) == ["a", "yaml.schemas", "b"]
    assert (settings["a"], settings["yaml.schemas"]["./khac.json"]) == ([110], "*.x")
    assert text.startswith('{\r\n    "a": [')
    assert text.count("\n") == text.count("\r\n")
    assert office("schema", "--write").err.startswith("Không thay đổi: ")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"a": 1, // cỡ chữ\n"b": 2}', "tệp có lời ghi chú hoặc không đúng JSON"),
        ('{"a": 1, "a": 2}', "tệp có lời ghi chú hoặc không đúng JSON"),
        ("[]", "tệp không phải là một khối {…}"),
        ('{"yaml.schemas": []}', "khóa yaml.schemas không phải là một khối"),
    ],
)
def test_settings_that_cannot_be_kept_whole_are_left_alone_and_so_is_the_rest(
    content: str, reason: str, office: Terminal
) -> None:
    data_directory(office.directory, {SETTINGS: content})
    before = office.tree()

    said = office("schema", "--write")

    path = office.directory / SETTINGS
    assert (said.code, said.err.splitlines()[0]) == (2, f"lỗi: Không sửa được “{path}”: {reason}.")
    assert office.tree() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("targts",),
            "lỗi: LOẠI: không có lựa chọn “targts”.\n  → Có phải “targets”? Các lựa chọn: "
            + ", ".join(name[8:-5] for name in schema_files())
            + ".\n",
        ),
        (
            ("targets", "--write"),
            "lỗi: --write ghi mọi lược đồ, không ghi riêng một loại.\n  → Hãy ghi: thidua schema --write\n",
        ),
    ],
)
def test_a_wrong_call_is_explained(words: tuple[str, ...], said: str, office: Terminal) -> None:
    assert office("schema", *words) == Said(2, "", said)


def test_where_there_is_no_data_directory_nothing_is_written(thidua: Terminal) -> None:
    (thidua.directory / ".git").mkdir()  # nothing above it is looked at

    assert thidua("schema", "--write").code == 2
    assert thidua.tree() == {}

"""The form of a kind of paper as data: measures, styles, texts and patterns that the writer only follows."""

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationInfo, field_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.fields import Text, refuse
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.typesetting.profile_parts import (
    Addressing,
    AppendixForm,
    Basis,
    Closing,
    ContactForm,
    Letter,
    Letterhead,
    Markers,
    Page,
    Patterns,
    ProfilePart,
    SlotStyle,
    TableForm,
    UrgencyForm,
)
from thidua_cli.typesetting.slots import Slot

_SHIPPED = resources.files("thidua_cli.typesetting.profiles")


_NOT_ON_ALL = frozenset({Slot.NATIONAL, Slot.MOTTO, Slot.PARTY, Slot.ISSUER_MARK, Slot.SUBJECT_MARK})
"""Slots that a letterhead may do without; one that it names must have a style."""


class FormatProfile(ProfilePart):
    """Everything that decides how a paper looks."""

    typeface: Text
    language: Text
    page: Page
    styles: Mapping[Slot, SlotStyle]
    letterhead: Letterhead
    patterns: Patterns
    letter: Letter
    basis: Basis
    markers: Markers
    addressing: Addressing
    closing: Closing
    urgency: UrgencyForm
    contact: ContactForm
    appendix: AppendixForm
    table: TableForm

    @field_validator("styles")
    @classmethod
    def _every_slot(cls, styles: Mapping[Slot, SlotStyle]) -> Mapping[Slot, SlotStyle]:
        _require(frozenset(Slot) - _NOT_ON_ALL, styles)
        return MappingProxyType(styles)

    @field_validator("letterhead")
    @classmethod
    def _own_slots(cls, letterhead: Letterhead, info: ValidationInfo) -> Letterhead:
        if "styles" in info.data:
            _require(letterhead.own_slots, info.data["styles"])
        return letterhead


def _require(slots: frozenset[Slot], styles: Mapping[Slot, SlotStyle]) -> None:
    missing = ", ".join(slot for slot in Slot if slot in slots and slot not in styles)
    if missing:
        raise refuse(field_rules.MISSING_KEY, f"Thiếu kiểu chữ cho: {missing}.", "Thêm mỗi chỗ một dòng.")


def profile_names() -> tuple[str, ...]:
    """The profiles that ship, in the order of their names."""
    shipped = (Path(entry.name) for entry in _SHIPPED.iterdir())
    return tuple(sorted(file.stem for file in shipped if file.suffix == ".yaml"))


def load_profile(name: str) -> FormatProfile:
    """The profile that ships under a name, such as `nd30`."""
    names = profile_names()
    if name not in names:
        raise ThiduaError(
            f"Không có bộ thể thức nào tên là “{name}”.", hint=f"Được dùng: {', '.join(names)}."
        )
    return read_profile(_SHIPPED.joinpath(f"{name}.yaml").read_bytes(), f"profiles/{name}.yaml")


def read_profile(content: bytes, path: str) -> FormatProfile:
    """The profile that a YAML file describes; the first thing wrong with it stops the command."""
    reading = read_yaml(content, path)
    profile, findings = validate(reading.data, FormatProfile) if reading.data is not None else (None, [])
    for finding in (*reading.findings, *findings):
        raise ThiduaError(finding.message, hint=finding.hint, at=finding.at)
    assert profile is not None, "a profile that was refused has a finding"
    return profile

"""What returned forms change, shown before anything is written."""

from collections.abc import Iterator

from thidua_cli.cli.differences import difference
from thidua_cli.cli.excerpts import visible
from thidua_cli.cli.form_edits import Edits
from thidua_cli.cli.form_reading import Incoming
from thidua_cli.forms.identity import state_of

_NAMED = 5
"""How many units a sentence names before it counts the rest."""


def page_of(edits: Edits, incoming: tuple[Incoming, ...], *, diff: bool) -> str:
    """A paragraph for each form that changes anything; with `diff` the files line by line as well."""
    told: dict[str, list[str]] = {}
    for file, line in _told(edits):
        told.setdefault(file, []).append(line)
    blocks = [
        "".join(f"{visible(line)}\n" for line in (*_head(one), *told[one.returned.file]))
        for one in incoming
        if one.returned.file in told
    ]
    silent = [one.form.unit for one in incoming if one.returned.file not in told]
    if silent:
        rest = f" và {len(silent) - _NAMED} biểu khác" if len(silent) > _NAMED else ""
        blocks.append(f"Không có gì mới: {', '.join(silent[:_NAMED])}{rest}.\n")
    if diff:
        blocks += [difference(path, edit.before or b"", edit.content) for path, edit in edits.files.items()]
    return "\n".join(blocks)


def _head(one: Incoming) -> Iterator[str]:
    form, file = one.form, one.returned.file
    yield f"{form.unit_name} ({form.unit}), {form.campaign}, {form.period.in_words} — {file}"
    if one.returned.identity.state != state_of(form):
        yield "  Dữ liệu đã thay đổi từ khi lập biểu này."


def _told(edits: Edits) -> Iterator[tuple[str, str]]:
    """What each file brings, line by line."""
    for file, change in edits.changes:
        yield file, f"{'  ± ' if change.known else '  + '}{change.in_words}"
        if change.leap is not None:
            yield file, f"    ! {change.leap}."
    for row in edits.initiatives:
        yield row.at.file, f"  + Sáng kiến: {row.title}"
    for answer in edits.answers:
        yield answer.at.file, f"  + Lời văn: {answer.heading}"
    for path, answer in edits.different:
        file, place = answer.at.file, f"{answer.at.sheet}!{answer.at.cell}"
        yield file, f"  ! {place}: “{answer.heading}” đã có lời văn khác ở {path}; giữ nguyên tệp ấy."
        yield file, f"    Biểu ghi: {' '.join(answer.text.split())}"

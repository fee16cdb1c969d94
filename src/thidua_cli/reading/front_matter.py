"""Files of prose with YAML between two lines of dashes at the top."""

from dataclasses import dataclass

from thidua_cli.diagnostics.finding import Finding, Location
from thidua_cli.diagnostics.written import Written
from thidua_cli.reading import codes
from thidua_cli.reading.text_source import decode
from thidua_cli.reading.yaml_source import read_yaml_text

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class ProseReading:
    """A file of prose: its head, its body and the line on which the body begins."""

    head: Written | None
    body: str | None
    first_line: int
    findings: tuple[Finding, ...]


def read_prose(content: bytes, path: str) -> ProseReading:
    """A file that is prose from its first line on."""
    source = decode(content, path)
    return ProseReading(None, source.text, 1, source.findings)


def read_with_front_matter(content: bytes, path: str) -> ProseReading:
    """A file of prose that must begin with a head."""
    source = decode(content, path)
    if source.text is None:
        return ProseReading(None, None, 1, source.findings)
    lines = source.text.split("\n")
    closing = next((i for i, line in enumerate(lines) if i > 0 and line.rstrip() == _FENCE), None)
    if lines[0].rstrip() != _FENCE or closing is None:
        finding = codes.FRONT_MATTER.finding(
            "Tệp chưa có phần thông tin giữa hai dòng --- ở đầu.",
            at=Location.start_of(path),
            hint="Tạo tệp bằng thidua new-report, hoặc thêm phần này như ở tệp của báo cáo khác.",
        )
        return ProseReading(None, None, 1, (*source.findings, finding))
    reading = read_yaml_text("\n".join(lines[1:closing]) + "\n", path, first_line=2)
    body = "\n".join(lines[closing + 1 :])
    return ProseReading(reading.data, body, closing + 2, (*source.findings, *reading.findings))

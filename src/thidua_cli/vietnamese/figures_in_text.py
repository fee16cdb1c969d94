"""Figures in running text stay on the line of the unit that they count."""

import re

_UNITS = (
    "nghìn ngàn triệu tỷ tỉ đồng lượt người khách hộ thôn xóm xã phường tỉnh đơn cá tập sáng chỉ giải phần điểm "
    "bậc lần cuộc buổi lớp hồ văn tuổi năm ngày giờ phút giây quý km km² km2 m m² m2 mét cm mm ha kg tạ tấn lít kWh MW "
    "%"
)
_BEFORE_UNIT = re.compile(
    rf"(?<![\w./-])(?<!tháng )(\d(?:[\d.,]*\d)?) (?=(?:{'|'.join(_UNITS.split())})(?!\w))"
)


def bound_to_units(text: str) -> str:
    """The text with a no-break space between each figure and its unit: `23.100 nghìn lượt`; dates may break."""
    return _BEFORE_UNIT.sub("\\1\N{NO-BREAK SPACE}", text)

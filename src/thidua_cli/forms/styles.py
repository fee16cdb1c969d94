"""How the cells of a form look: what may be filled in is yellow, what does not apply is grey."""

from thidua_cli.spreadsheets.book import TEXT, Style

_OPEN_COLOR, _CLOSED_COLOR, _HEAD_COLOR = "#FFF9DB", "#EFEFEF", "#DCE6F1"

PLAIN = Style(size=11)
BOLD = Style(size=11, bold=True)
SMALL = Style(size=10, italic=True)
TITLE = Style(size=14, bold=True, align="center")
SUBTITLE = Style(size=12, italic=True, align="center")
SIGNED = Style(size=11, bold=True, align="center")
HEAD = Style(size=11, bold=True, align="center", border=True, fill=_HEAD_COLOR)
GROUP = Style(size=11, bold=True, border=True)
SHOWN = Style(size=11, border=True)
CENTRED = Style(size=11, align="center", border=True)
CODE = Style(size=9, border=True, color="#7F7F7F", number=TEXT)
CLOSED = Style(size=11, border=True, fill=_CLOSED_COLOR)
# What is typed stays text: no program makes a day of 7-10, or takes the comma of 39,62 for a sign between thousands.
OPEN = Style(size=11, border=True, fill=_OPEN_COLOR, number=TEXT, is_open=True)
OPEN_FIGURE = Style(size=11, border=True, fill=_OPEN_COLOR, number=TEXT, is_open=True, align="right")

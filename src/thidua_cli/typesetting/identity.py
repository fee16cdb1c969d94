"""Number, symbol and day of a paper, in the words of its form; room where they are not known yet."""

from datetime import date

from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.profile_parts import Patterns
from thidua_cli.typesetting.tree import Frame
from thidua_cli.vietnamese.words import capital_first

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def number_line(frame: Frame, profile: FormatProfile) -> str:
    """`Số: 05/KH-SVHTTDL`, with room for the number where there is none yet."""
    return profile.patterns.number.format(identifier=_identifier(frame, profile))


def date_line(frame: Frame, profile: FormatProfile) -> str:
    """`Cao Bằng, ngày 05 tháng 6 năm 2026`, with room for the parts that are not known yet."""
    patterns = profile.patterns
    return patterns.date.format(place=frame.place, day=_day(frame, patterns.day, patterns))


def origin_line(frame: Frame, issuer_name: str, profile: FormatProfile) -> str:
    """`(Kèm theo Kế hoạch số 05/KH-SVHTTDL ngày 05 tháng 6 năm 2026 của Sở …)`, which an appendix bears."""
    form = profile.appendix
    return form.origin.format(
        kind=kind_in_words(frame, profile),
        identifier=_identifier(frame, profile),
        day=_day(frame, form.day, profile.patterns),
        issuer=issuer_name,
    )


def kind_in_words(frame: Frame, profile: FormatProfile) -> str:
    """The type of paper as sentences have it: `Kế hoạch`, `Công văn`."""
    return profile.letter.name if frame.kind is None else capital_first(frame.kind.lower())


def _identifier(frame: Frame, profile: FormatProfile) -> str:
    patterns = profile.patterns
    number = (
        _room(patterns.blank_number) if frame.number is None else frame.number.zfill(patterns.number_digits)
    )
    return patterns.identifier.format(number=number, symbol=_symbol(frame, profile))


def _symbol(frame: Frame, profile: FormatProfile) -> str:
    patterns, own = profile.patterns, (frame.issuer_symbol,) if frame.issuer_symbol else ()
    issuers = patterns.joint_symbols.join((*own, *frame.joint_symbols))
    if frame.kind is None:
        form = profile.letter
        pattern = form.symbol_undrafted if frame.drafter_symbol is None else form.symbol
        issuer = issuers or _room(patterns.blank_number)
        return pattern.format(kind=frame.kind_symbol, issuer=issuer, drafter=frame.drafter_symbol)
    return patterns.symbol.format(kind=frame.kind_symbol, issuer=issuers) if issuers else frame.kind_symbol


def _day(frame: Frame, pattern: str, patterns: Patterns) -> str:
    known: date | None = frame.date
    if known is None:
        year = _room(patterns.blank_year) if frame.year is None else str(frame.year)
        return pattern.format(day=_room(patterns.blank_day), month=_room(patterns.blank_month), year=year)
    return pattern.format(
        day=_with_zero(known.day, patterns.zero_days_below),
        month=_with_zero(known.month, patterns.zero_months_below),
        year=known.year,
    )


def _room(spaces: int) -> str:
    """No-break spaces, which neither collapse nor break at the end of a line."""
    return _NO_BREAK_SPACE * spaces


def _with_zero(number: int, below: int) -> str:
    return f"0{number}" if number < min(below, 10) else str(number)

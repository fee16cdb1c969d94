"""The line that a finding shows."""

from thidua_cli.cli.excerpts import excerpt


def test_of_a_line_of_a_megabyte_the_place_is_shown_with_little_around_it() -> None:
    shown, mark = excerpt("a" * 500_000 + "X" + "b" * 500_000, 500_001, 500_002)

    assert shown[mark.index("^")] == "X"
    assert (shown[0], shown[-1]) == ("…", "…")
    assert len(shown) <= 102


def test_near_the_ends_of_a_long_line_only_the_other_side_is_cut() -> None:
    line = "X" + "a" * 5_000 + "Y"

    assert excerpt(line, 1, 2)[0].startswith("Xaa")
    assert excerpt(line, len(line), len(line) + 1)[0].endswith("aY")

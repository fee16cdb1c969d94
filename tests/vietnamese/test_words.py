"""Words."""

from thidua_cli.vietnamese.words import capital_first, lower_first


def test_a_phrase_may_begin_small_within_a_sentence() -> None:
    phrases = ("Phát động phong trào", "Đón khách", "UBND tỉnh giao", "Ý kiến", "")

    assert [lower_first(p) for p in phrases] == [
        "phát động phong trào",
        "đón khách",
        "UBND tỉnh giao",
        "ý kiến",
        "",
    ]


def test_a_phrase_may_begin_large() -> None:
    assert [capital_first(p) for p in ("đạt", "ước đạt", "")] == ["Đạt", "Ước đạt", ""]

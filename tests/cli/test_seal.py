from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from docx import Document

from thidua_cli.cli.seal import is_untouched, seal


def paper(text: str = "KẾ HOẠCH") -> bytes:
    document = Document()
    document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def repacked(content: bytes, compression: int, **changed: bytes) -> bytes:
    """The same parts in another package, as mail and archive programs may leave it."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(stream, "w", compression) as after:
        for name in reversed(before.namelist()):
            after.writestr(name, changed.get(name.rpartition("/")[2].partition(".")[0], before.read(name)))
    return stream.getvalue()


def test_a_sealed_paper_is_untouched() -> None:
    assert is_untouched(seal(paper()))


def test_the_same_paper_is_sealed_to_the_same_bytes() -> None:
    content = paper()

    assert seal(content) == seal(content)


def test_a_sealed_paper_opens_and_says_the_same() -> None:
    opened = Document(BytesIO(seal(paper("Đà Nẵng"))))

    assert [paragraph.text for paragraph in opened.paragraphs] == ["Đà Nẵng"]


def test_the_seal_is_announced_as_every_part_of_a_package_must_be() -> None:
    with ZipFile(BytesIO(seal(paper()))) as package:
        assert package.testzip() is None
        assert b'PartName="/docProps/custom.xml"' in package.read("[Content_Types].xml")
        assert b'Target="docProps/custom.xml"' in package.read("_rels/.rels")


def test_packing_the_same_parts_again_leaves_the_paper_untouched() -> None:
    sealed = seal(paper())

    assert is_untouched(repacked(sealed, ZIP_STORED))
    assert is_untouched(repacked(sealed, ZIP_DEFLATED))


def test_one_changed_part_breaks_the_seal() -> None:
    assert not is_untouched(repacked(seal(paper()), ZIP_DEFLATED, styles=b"<w:styles/>"))


def test_saving_by_another_program_breaks_the_seal() -> None:
    document = Document(BytesIO(seal(paper())))
    document.paragraphs[0].text = "KẾ HOẠCH (sửa)"
    stream = BytesIO()
    document.save(stream)

    assert not is_untouched(stream.getvalue())


@pytest.mark.parametrize("content", [paper(), b"", b"PK\x03\x04 cut off", seal(paper())[:-40]])
def test_a_file_without_a_whole_seal_counts_as_touched(content: bytes) -> None:
    assert not is_untouched(content)


def test_damage_never_passes_for_the_paper_that_was_sealed() -> None:
    sealed = seal(paper())

    for place in range(0, len(sealed), 997):
        damaged = bytearray(sealed)
        damaged[place] ^= 0xFF
        # Dates and the like in the package's own list are nobody's work.
        assert not is_untouched(bytes(damaged)) or parts(bytes(damaged)) == parts(sealed)


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}

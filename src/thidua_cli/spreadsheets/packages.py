"""What kind of file it is, before anything in it is believed: a sentence for each that is no .xlsx."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from thidua_cli.diagnostics.errors import ThiduaError

LARGEST_PART = 32 * 1024 * 1024
"""Bytes of one part once it is unpacked; a form has some thousands."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_SAVE_AS = "Mở bằng Excel, chọn Lưu thành (Save As), loại Excel Workbook (*.xlsx), rồi dùng tệp mới."
_BROKEN = (
    BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, KeyError, ValueError, IndexError, ArithmeticError,
    NotImplementedError, RuntimeError, OSError,
)  # fmt: skip
"""What zipfile, lxml and numbers raise over a file that was cut off or tampered with."""


@contextmanager
def opened_package(content: bytes) -> Iterator[ZipFile]:
    """The parts of an .xlsx; raises ThiduaError with one sentence for any other file, and for one that is broken."""
    if content.startswith(_OLE):
        raise _encrypted() if _ENCRYPTED in content else _other("Tệp là sổ Excel kiểu cũ (.xls).")
    if not content.startswith(_ZIP):
        raise _other("Tệp không phải là sổ Excel (.xlsx): có thể là .csv, trang web hoặc tệp khác đổi đuôi.")
    try:
        with ZipFile(BytesIO(content)) as package:
            _refuse_relatives(package)
            yield package
    except _BROKEN as error:
        raise ThiduaError(
            "Tệp Excel bị hỏng hoặc bị cắt cụt nên không đọc được.",
            hint="Mở bằng Excel xem có được không rồi lưu lại, hoặc xin đơn vị gửi lại.",
        ) from error


def part(package: ZipFile, name: str) -> bytes:
    """The bytes of a part; raises ThiduaError where it is larger than any form, KeyError where it is missing."""
    with package.open(name) as file:
        content = file.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise too_large()
    if b"<!DOCTYPE" in content[:1024]:
        raise BadZipFile("no part of a workbook declares a document type")
    return content


def too_large() -> ThiduaError:
    """The error for a workbook with more in it than any form has."""
    return ThiduaError(
        "Tệp Excel quá lớn so với một biểu số liệu.",
        hint="Xóa các dòng, cột trống được định dạng thừa ở cuối trang rồi lưu lại.",
    )


def _refuse_relatives(package: ZipFile) -> None:
    names = set(package.namelist())
    if "mimetype" in names:
        kind = part(package, "mimetype").decode("ascii", errors="replace")
        if kind.startswith("application/vnd.oasis.opendocument"):
            raise _other("Tệp là bảng tính OpenDocument (.ods).")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise _other("Tệp có chứa macro (.xlsm); thidua không nhận tệp có macro.")
    if "xl/workbook.bin" in names:
        raise _other("Tệp là sổ Excel nhị phân (.xlsb).")
    if "word/document.xml" in names:
        raise _other("Tệp là văn bản Word, không phải sổ Excel.")
    if "_rels/.rels" not in names:
        raise _other("Tệp là một tệp nén (.zip), không phải sổ Excel.")


def _encrypted() -> ThiduaError:
    return ThiduaError(
        "Tệp có mật khẩu mở nên không đọc được.",
        hint="Mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ) rồi lưu lại.",
    )


def _other(message: str) -> ThiduaError:
    return ThiduaError(message, hint=_SAVE_AS)

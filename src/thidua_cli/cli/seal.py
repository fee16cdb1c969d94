"""The seal of a paper: a fingerprint of its parts, by which an edit by hand is known.

It travels inside the file as a custom document property, which every Word accepts: so it needs no list
beside the file and survives copying, mail and git. Word keeps the property when it saves but rewrites the
parts, so that the two no longer agree.
"""

import re
import zlib
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from thidua_cli.typesetting.docx_units import FORMATS, HEAD

_PROPERTY = "thidua-seal"
_PART = "docProps/custom.xml"
_TYPES = "[Content_Types].xml"
_RELATIONS = "_rels/.rels"
_TYPE = (
    f'<Override PartName="/{_PART}" '
    'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
)
_RELATION = (
    '<Relationship Id="rIdThiduaSeal" '
    f'Type="{FORMATS}/officeDocument/2006/relationships/custom-properties" '
    f'Target="{_PART}"/>'
)
_SEALED = re.compile(
    rf'name="{_PROPERTY}"[^>]*>\s*<vt:lpwstr>([0-9a-f]{{64}})</vt:lpwstr>'.encode(),
)


def seal(content: bytes) -> bytes:
    """The package with the fingerprint of its parts; the same package gives the same bytes."""
    with ZipFile(BytesIO(content)) as package:
        entries = [(entry, package.read(entry)) for entry in package.infolist()]
    if any(entry.filename == _PART for entry, _ in entries):
        raise ValueError("a paper to be sealed must have no custom properties")
    entries = [(entry, _announced(entry.filename, part)) for entry, part in entries]
    fingerprint = _fingerprint({entry.filename: part for entry, part in entries})
    first = entries[0][0]
    own = ZipInfo(_PART, first.date_time)
    own.compress_type, own.create_system = first.compress_type, first.create_system
    own.external_attr = first.external_attr
    sealed = BytesIO()
    with ZipFile(sealed, "w") as package:
        for entry, part in [*entries, (own, _property(fingerprint))]:
            package.writestr(entry, part)
    return sealed.getvalue()


def is_untouched(content: bytes) -> bool:
    """Whether this is a paper of ours in which nothing was changed since; a file without a seal is not."""
    try:
        with ZipFile(BytesIO(content)) as package:
            parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        # Cut off, not a package at all, or packed or locked in a way that we never use.
        return False
    found = _SEALED.search(parts.pop(_PART, b""))
    return found is not None and found[1].decode() == _fingerprint(parts)


def _announced(name: str, part: bytes) -> bytes:
    """The part, naming the seal where a package must name each of its parts."""
    if name == _TYPES:
        return part.replace(b"</Types>", _TYPE.encode() + b"</Types>")
    if name == _RELATIONS:
        return part.replace(b"</Relationships>", _RELATION.encode() + b"</Relationships>")
    return part


def _fingerprint(parts: dict[str, bytes]) -> str:
    """One number for names and contents, whatever the order and the packing."""
    digest = sha256()
    for name, part in sorted(parts.items()):
        digest.update(f"{len(name.encode())} {name} {len(part)} ".encode())
        digest.update(part)
    return digest.hexdigest()


def _property(fingerprint: str) -> bytes:
    return (
        f'{HEAD}<Properties xmlns="{FORMATS}/officeDocument/2006/custom-properties" '
        f'xmlns:vt="{FORMATS}/officeDocument/2006/docPropsVTypes">'
        # The format id that ECMA-376 fixes for custom properties, whose numbers begin at 2.
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{_PROPERTY}">'
        f"<vt:lpwstr>{fingerprint}</vt:lpwstr></property></Properties>"
    ).encode()

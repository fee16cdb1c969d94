"""Damaged data directories without end: every input must give findings or data, never a traceback, never long work.

Run `python benchmarks/fuzzing.py [SECONDS [SEED]]`. Each input is a file of the shipped data directory, or the whole of
it with up to five files, damaged: bytes changed, lines dropped, doubled or moved, the file cut off, another file put
in its place, or one of the shapes that are known to be costly, in a size of up to 200 KB. It prints counts and
ends with 1 if anything was raised.
"""

import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

from thidua_cli.cli.checking import check_everything
from thidua_cli.cli.findings_text import text_report
from thidua_cli.diagnostics.finding import Finding
from thidua_cli.model.units import Unit
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.schemas.kinds import KINDS

TOP = Path(__file__).parents[1]
READ_ALONE = 50
"""Damaged files that are only read for each directory that is checked as a whole."""
LONG = 60.0
"""Seconds of processor time after which an input counts as never coming back."""
WORDS = (
    b"&a ",
    b"*a",
    b"!!x ",
    b"---\n",
    b"- ",
    b": ",
    b"? ",
    b"[",
    b"]",
    b"{",
    b"}",
    b"'",
    b'"',
    b"#",
    b"|\n",
    b">-\n",
)
ODD = (
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    "\u2028".encode(),
    "\u00a0".encode(),
    b"\t",
    b"\r",
    b"\r\n",
    "o\u0300".encode(),
)
COSTLY = (
    b"[",
    b"{a: ",
    b"- ",
    b"? ",
    b"a: ",
    b"'",
    b"a: [x, ",
    b"&a [*a, ",
    b"{{ ",
    b"**",
    b"# x\n",
    b"> ",
    b"\n",
    b"9",
    b"a" * 9,
)


def main() -> int:
    """Fuzz for a while and print what came of it."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 19)  # noqa: S311 - repeatable, not secret
    counts: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        shutil.copytree(TOP / "data", root / "data")
        shutil.copy(TOP / "thidua.yaml", root)
        files = sorted(path for path in root.rglob("*") if path.is_file())
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for _ in range(READ_ALONE):
                how, path = chance.choice(DAMAGES), chance.choice(files)
                _read(how(path.read_bytes(), files, chance), path, counts)
            damaged = chance.sample(files, chance.randint(1, 5))
            kept = {path: path.read_bytes() for path in damaged}
            hows = [chance.choice(DAMAGES) for _ in damaged]
            for path, how in zip(damaged, hows, strict=True):
                path.write_bytes(how(kept[path], files, chance))
            start = time.process_time()
            findings = _check(root, counts)
            slowest = max(slowest, (time.process_time() - start, " and ".join(how.__name__ for how in hows)))
            counts["data directories with damaged files, checked by every rule"] += 1
            codes.update(finding.code for finding in findings)
            for path, content in kept.items():
                path.write_bytes(content)
    late = slowest[0] > LONG
    for name, count in counts.items():
        print(f"{count:9,} {name}")
    print(f"{len(codes):9,} rules that spoke")
    print(f"{counts['raised']:9,} raised; the slowest directory took {slowest[0]:.1f} s: {slowest[1]}")
    return int(bool(counts["raised"] or late))


def _read(content: bytes, path: Path, counts: Counter[str]) -> None:
    """Read a damaged file alone, as its kind."""
    counts["damaged files read alone"] += 1
    try:
        reading = read_yaml(content, path.name)
        findings = list(reading.findings)
        if reading.data is not None:
            record = next((kind.record for kind in KINDS if fnmatch(str(path), f"*/{kind.files}")), Unit)
            findings += validate(reading.data, record)[1]
    except Exception:  # noqa: BLE001 - whatever is raised is what is looked for
        traceback.print_exc()
        counts["raised"] += 1
    else:
        counts["of these with findings"] += bool(findings)


def _check(root: Path, counts: Counter[str]) -> tuple[Finding, ...]:
    """Everything that is found in a data directory, also put into words."""
    try:
        checked = check_everything(root)
        text_report(checked.findings, checked.lines_of, files=checked.files, color=False).encode()
    except Exception:  # noqa: BLE001 - whatever is raised is what is looked for
        traceback.print_exc()
        counts["raised"] += 1
        return ()
    return checked.findings


Damage = Callable[[bytes, list[Path], random.Random], bytes]


def bytes_changed(sound: bytes, __: list[Path], chance: random.Random) -> bytes:
    damaged = bytearray(sound)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(damaged) + 1)
        new = chance.choice(
            (chance.randbytes(chance.randint(0, 4)), chance.choice(WORDS), chance.choice(ODD))
        )
        damaged[at : at + chance.randint(0, 4)] = new
    return bytes(damaged)


def lines_moved(sound: bytes, __: list[Path], chance: random.Random) -> bytes:
    lines = sound.splitlines(keepends=True) or [b""]
    for _ in range(chance.randint(1, 4)):
        line = lines.pop(chance.randrange(len(lines))) if len(lines) > 1 else lines[0]
        if chance.random() < 0.7:
            shift = chance.choice((line, b"  " + line, line.lstrip(), line + line))
            lines.insert(chance.randrange(len(lines) + 1), shift)
    return b"".join(lines)


def cut_off(sound: bytes, _: list[Path], chance: random.Random) -> bytes:
    return sound[: chance.randrange(len(sound) + 1)]


def another_file(_: bytes, files: list[Path], chance: random.Random) -> bytes:
    return chance.choice(files).read_bytes()


def another_encoding(sound: bytes, _: list[Path], chance: random.Random) -> bytes:
    return sound.decode().encode(
        chance.choice(("utf-16", "utf-16-le", "cp1258", "utf-8-sig")), errors="replace"
    )


def noise(_: bytes, __: list[Path], chance: random.Random) -> bytes:
    return chance.randbytes(chance.randint(0, 10_000))


def costly_shape(sound: bytes, _: list[Path], chance: random.Random) -> bytes:
    shape = chance.choice(COSTLY)
    return sound * chance.randint(0, 1) + shape * (chance.choice((1_000, 20_000, 200_000)) // len(shape))


DAMAGES: tuple[Damage, ...] = (
    bytes_changed, bytes_changed, bytes_changed, lines_moved, lines_moved, cut_off, another_file, another_encoding,
    noise, costly_shape,
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())

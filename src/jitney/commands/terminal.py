"""What the commands print: colours on a terminal, none elsewhere (https://no-color.org), and messages."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from ..errors import AssemblyError

# SGR parameters (ECMA-48, section 8.3.117)
STYLES = {"strong": "1", "wrong": "1;31", "warning": "1;35", "place": "1;36", "quiet": "2", "note": "32", "label": "33"}
MAX_SHOWN = 100
MESSAGE = re.compile(r"(.*?:\d+:\d+: )((?:error|warning): )?(.*)")
ROW = re.compile(r"( *[0-9a-f]+:  )((?:[0-9a-f]{2} ?)+)( *)(.*?)(  [#;] .*)?$")


def painter(stream: TextIO) -> Callable[[str, str], str]:
    """A function (style, text) -> text that colours what goes to this stream."""
    plain = not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"

    def paint(style: str, text: str) -> str:
        return text if plain or not text else f"\x1b[{STYLES[style]}m{text}\x1b[0m"

    return paint


def show_errors(error: AssemblyError) -> None:
    """All mistakes of a source, on standard error."""
    for problem in error.errors[:MAX_SHOWN]:
        show_message(str(problem), "error")
    if len(error.errors) > 1:
        print(f"{len(error.errors)} errors", file=sys.stderr)


def show_message(text: str, severity: str) -> None:
    """A mistake with its place (`file:line:column: what`), its line and a caret below, on standard error."""
    paint = painter(sys.stderr)
    style = "wrong" if severity == "error" else "warning"
    head, *lines = text.split("\n")
    found = MESSAGE.match(head)
    if found is not None:
        head = paint("strong", found[1]) + paint(style, f"{severity}: ") + paint("strong", found[3])
    if len(lines) > 1:
        lines[1] = paint("note", lines[1])
    print("\n".join([head, *lines]), file=sys.stderr)


def painted_listing(listing: str) -> Iterator[str]:
    """The lines of a listing, for standard output."""
    paint = painter(sys.stdout)
    for line in listing.splitlines():
        row = ROW.match(line)
        if row is None:
            yield paint("label", line)
        else:
            offset, data, space, text, note = row.groups()
            yield paint("quiet", offset + data) + space + text + paint("note", note or "")

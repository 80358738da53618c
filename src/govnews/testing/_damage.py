"""Documents damaged, and sources that are awkward to read."""

from __future__ import annotations

import io

from hypothesis import strategies as st


@st.composite
def damaged(draw: st.DrawFn, documents: st.SearchStrategy[bytes]) -> bytes:
    """Draw a document with pieces dropped, doubled, overwritten, or cut at its end."""
    data = bytearray(draw(documents))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        size = draw(st.integers(0, 40))
        piece = data[at : at + size]
        change = draw(st.sampled_from(("drop", "double", "overwrite", "cut")))
        if change == "drop":
            del data[at : at + size]
        elif change == "double":
            data[at:at] = piece
        elif change == "overwrite":
            data[at : at + size] = draw(st.binary(min_size=len(piece), max_size=len(piece)))
        else:
            del data[at:]
    return bytes(data)


def cuts(document: bytes, number: int = 24) -> list[bytes]:
    """Return documents that end too early, and documents with one line, token or byte missing."""
    step = max(1, len(document) // number)
    ends = [document[:at] for at in range(0, len(document), step)]
    lines = document.split(b"\n")
    few = range(0, len(lines), max(1, len(lines) // number))
    holes = [b"\n".join(lines[:at] + lines[at + 1 :]) for at in few]
    blanks = [
        b"\n".join([*lines[:at], lines[at].split(b" ")[0] + b" ", *lines[at + 1 :]]) for at in few
    ]
    return ends + holes + blanks


class Pipe(io.RawIOBase):
    """Gives a few bytes at a time and cannot go back."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._rest = io.BytesIO(data)

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Return some bytes, fewer than were asked for."""
        return self._rest.read(size if size < 0 else min(size, 97))

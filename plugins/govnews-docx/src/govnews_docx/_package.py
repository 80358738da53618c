"""The package: a zip file whose directory is never believed (ECMA-376-2, Open Packaging)."""

from __future__ import annotations

import posixpath
import re
import struct
import zlib
from operator import attrgetter
from typing import Any, Final
from urllib.parse import unquote

from attrs import frozen

from govnews.errors import LimitError, ReadError, UnsafeContentError
from govnews.limits import Limits
from govnews_docx._directory import Entry, read_directory
from govnews_docx._known import known
from govnews_docx._xml import parse

_OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCAL: Final = struct.Struct("<4s22xHH")
_ODD: Final = re.compile(r"[%#\\]|//|\.\.?/")
#: A piece of a name that is empty, or that is dots alone, and what no name may hold.
_NO_PART: Final = re.compile(r"(?:\A|/)\.{0,2}(?:/|\Z)|[\\\0]")
_STORED: Final = 0
_DEFLATED: Final = 8
_ENCRYPTED: Final = 0x1


@frozen
class Relationship:
    """What one part says of another: the last word of its type, where it leads, and how."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a document, each inflated on demand and counted.

    Args:
        data: The whole file.
        limits: Bounds in force.

    Raises:
        ReadError: The file is no package; the message says what it is instead.
        LimitError: It has too many entries.
        UnsafeContentError: Two entries have one name, or lie over each other.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        _refuse_others(data)
        entries, start = read_directory(data, limits.archive_entries)
        self._data = data
        self._limits = limits
        self._inflated = 0
        self._relations: dict[str, dict[str, Relationship]] = {}
        self.odd_names: list[str] = []
        self._entries = self._indexed(entries)
        _refuse_overlaps(entries, start)

    def _indexed(self, entries: list[Entry]) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for entry in entries:
            name = entry.name
            if not _is_part_name(name):
                if not name.endswith("/"):
                    self.odd_names.append(name)
                continue
            key = name.casefold()
            if key in found:
                raise UnsafeContentError("two parts have the same name", where=name)
            if entry.flags & _ENCRYPTED:
                raise ReadError(
                    "the parts of this document are encrypted",
                    where=name,
                    hint="Remove the password first.",
                )
            found[key] = entry
        return found

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._entries

    def names(self) -> list[str]:
        """Return the names of all parts, as the file spells them."""
        return [entry.name for entry in self._entries.values()]

    def stamp(self, name: str) -> tuple[int, int]:
        """Return checksum and size of a part as the directory states them."""
        entry = self._entries[name.casefold()]
        return entry.crc, entry.size

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            LimitError: The part, or all parts read so far, are larger than allowed.
            ReadError: There is no such part, or it is damaged.
        """
        entry = self._entries.get(name.casefold())
        if entry is None:
            raise ReadError("the part is missing", where=name)
        limits = self._limits
        if entry.size > limits.part_bytes:
            raise LimitError("part_bytes", limits.part_bytes, where=name)
        if self._inflated + entry.size > limits.inflated_bytes:
            raise LimitError("inflated_bytes", limits.inflated_bytes, where=name)
        data = self._inflate(entry, name)
        self._inflated += len(data)
        return data

    def packed(self, name: str) -> bytes:
        """Return the bytes of a part as they stand in the file, with how they are packed.

        Raises:
            ReadError: The part is damaged.
        """
        entry = self._entries[name.casefold()]
        return b"%d %d %d " % (entry.method, entry.crc, entry.size) + self._slice(entry)

    def _slice(self, entry: Entry) -> bytes:
        name = entry.name
        try:
            magic, name_size, extra_size = _LOCAL.unpack_from(self._data, entry.offset)
        except struct.error as error:
            raise ReadError("the part lies outside of the file", where=name) from error
        start = entry.offset + _LOCAL.size + name_size + extra_size
        if magic != b"PK\x03\x04" or start + entry.packed > len(self._data):
            raise ReadError("the part is damaged: its header is wrong", where=name)
        return self._data[start : start + entry.packed]

    def _inflate(self, entry: Entry, name: str) -> bytes:
        packed = self._slice(entry)
        if entry.method == _STORED:
            data = packed
        elif entry.method == _DEFLATED:
            inflator = zlib.decompressobj(-15)
            try:
                # One byte more than stated is enough to catch a header that lies.
                data = inflator.decompress(packed, entry.size + 1)
            except zlib.error as error:
                raise ReadError(f"the part is damaged: {error}", where=name) from error
        else:
            raise ReadError("the part is compressed in a way Word does not use", where=name)
        if len(data) != entry.size:
            raise ReadError("the part is not as large as the package says", where=name)
        if zlib.crc32(data) != entry.crc:
            raise ReadError("the part is damaged: its checksum is wrong", where=name)
        return data

    def relationships(self, part: str = "") -> dict[str, Relationship]:
        """Return the relationships of a part by id, or those of the package."""
        if part not in self._relations:
            self._relations[part] = self._related(part)
        return self._relations[part]

    def _related(self, part: str) -> dict[str, Relationship]:
        folder, _, file = part.rpartition("/")
        name = f"{folder}/_rels/{file}.rels".lstrip("/") if part else "_rels/.rels"
        if name not in self:
            return {}
        return known(self, name, self._limits, _stated, folder)

    def main_part(self) -> str:
        """Return the name of the part that holds the text.

        Raises:
            ReadError: There is none.
        """
        for relationship in self.relationships().values():
            if relationship.kind == "officeDocument" and relationship.target in self:
                return relationship.target
        if "[Content_Types].xml" in self:
            root = parse(self.read("[Content_Types].xml"), self._limits, "[Content_Types].xml")
            for element in root.iterchildren("{*}Override"):
                name = element.get("PartName", "").lstrip("/")
                kind = element.get("ContentType", "")
                if "wordprocessingml" in kind and ".main+xml" in kind and name in self:
                    return str(name)
        raise ReadError(
            "the package has no main document part",
            hint="It may be another sort of zip file.",
        )


def _stated(root: Any, folder: str) -> dict[str, Relationship]:
    """Return the relationships of a part, whose targets are relative to its folder."""
    found = {}
    for element in root.iterchildren("{*}Relationship"):
        external = element.get("TargetMode", "") == "External"
        target = element.get("Target", "")
        found[element.get("Id", "")] = Relationship(
            element.get("Type", "").rpartition("/")[2],
            target if external else _resolved(folder, target),
            external,
        )
    return found


def _refuse_others(data: bytes) -> None:
    """Say what a file is that is no zip."""
    if not data:
        raise ReadError("the file is empty")
    if not data.startswith(_OLE2):
        return
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ReadError("the document is encrypted", hint="Remove the password first.")
    if "WordDocument".encode("utf-16-le") in data:
        raise ReadError(
            "this is a document of Word 97-2003 (.doc), not .docx",
            hint="Save it as .docx first.",
        )
    raise ReadError("this is an OLE compound file, no Word document (.docx)")


def _is_part_name(name: str) -> bool:
    """Whether an entry may be a part (ECMA-376-2, 6.2.2); no name is ever used as a path."""
    return _NO_PART.search(name) is None


def _refuse_overlaps(entries: list[Entry], directory: int) -> None:
    end = 0
    for entry in sorted(entries, key=attrgetter("offset")):
        if entry.offset < end:
            raise UnsafeContentError("two entries of the package lie over each other")
        end = entry.offset + _LOCAL.size + entry.packed
    if end > directory:
        raise UnsafeContentError("an entry of the package lies over its directory")


def _resolved(folder: str, target: str) -> str:
    """Return the part a relative target means (ECMA-376-2, 6.4)."""
    if not target.startswith(("/", ".")) and not _ODD.search(target):
        return f"{folder}/{target}" if folder else target
    target = unquote(target.partition("#")[0]).replace("\\", "/")
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target)).lstrip("/")

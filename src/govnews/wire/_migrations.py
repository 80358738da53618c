"""The envelope: which major a document is of, and how older ones become the present one.

A migration is a pure function from the JSON of a bundle of major ``n`` to that of ``n + 1``. It is
applied inside the one path by which a bundle is structured, so no way of reading goes around it.
New fields with defaults need none; a new major is for what an older reader would misread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from govnews.wire._faults import WireError, wrong_type
from govnews.wire._forms import MAJOR, SCHEMA, TAG

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""By the major they start from. There has been only one major so far."""

_NAME = re.compile(r"govnews/([1-9][0-9]{0,5})")


def major_of(schema: Any) -> int:
    """Return the major that a document names.

    Raises:
        WireError: It names none, or one of the future.
    """
    if not isinstance(schema, str):
        error = wrong_type("Text", schema)
        raise WireError(error.code, error.message, ("schema",))
    match = _NAME.fullmatch(schema)
    if match is None:
        message = f"A schema such as {SCHEMA!r} is wanted, not {schema[:80]!r}."
        raise WireError("wire.schema", message, ("schema",))
    major = int(match[1])
    if major > MAJOR:
        message = (
            f"This was written by a newer govnews: its schema is {schema!r}, "
            f"and this version reads up to {SCHEMA!r}. Upgrade govnews to read it."
        )
        raise WireError("wire.schema", message, ("schema",))
    return major


def migrate(
    envelope: Mapping[str, Any],
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    present: int = MAJOR,
) -> dict[str, Any]:
    """Return the members of a bundle in the present form, without the envelope's ``schema``.

    Raises:
        WireError: The schema is missing, misspelled or newer.
    """
    if "schema" not in envelope:
        message = f"The key 'schema' is missing; a bundle begins with {SCHEMA!r}."
        raise WireError("wire.missing", message)
    members = {key: value for key, value in envelope.items() if key != "schema"}
    for major in range(major_of(envelope["schema"]), present):
        members = migrations[major](members)
    return members


def migrate_item(
    line: Mapping[str, Any],
    schema: str,
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    present: int = MAJOR,
) -> dict[str, Any]:
    """Return the members of an item in the present form, without ``type`` and ``schema``.

    An item of an older major goes through the same migrations, as a bundle of one.

    Raises:
        WireError: A preamble lacks its schema, or the schema is misspelled or newer.
    """
    tag = line[TAG]
    if tag == "preamble" and "schema" not in line:
        raise WireError("wire.missing", f"The key 'schema' is missing; it is {SCHEMA!r}.")
    members = {key: value for key, value in line.items() if key not in (TAG, "schema")}
    schema = line.get("schema", schema)
    if major_of(schema) == present:
        return members
    if tag == "preamble":
        return migrate({"schema": schema, **members}, migrations=migrations, present=present)
    bundle = {"schema": schema, f"{tag}s": [members]}
    moved = migrate(bundle, migrations=migrations, present=present)
    only: dict[str, Any] = moved[f"{tag}s"][0]
    return only

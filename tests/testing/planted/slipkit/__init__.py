"""A format of the tests: slips, lines of text that carry everything if they are asked to."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from govnews.formats import Format, Head, NoOptions


@frozen(kw_only=True)
class SlipOptions:
    """How slips are written: with all that a bundle says, or only the stories."""

    everything: bool = False


def sniff(head: Head) -> int:
    """Recognize the first line."""
    return 100 if head.data.startswith(b"%slip 1\n") else 0


def slip(reader: str = "read", writer: str = "write", **changed: Any) -> Format[Any, Any]:
    """Return the format with the reader and the writer of these names."""
    return Format(
        **{
            "name": "slip",
            "title": "Slips",
            "media_types": ("text/x-slip",),
            "extensions": (".slip",),
            "kinds": ("article",),
            "reader": f"slipkit._faults:{reader}",
            "writer": f"slipkit._faults:{writer}",
            "read_options": NoOptions,
            "write_options": SlipOptions,
            "exact": SlipOptions(everything=True),
            "sniff": sniff,
            **changed,
        }
    )

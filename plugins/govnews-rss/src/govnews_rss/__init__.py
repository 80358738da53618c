"""RSS, Atom and JSON Feed for govnews."""
from __future__ import annotations

from typing import Literal

from attrs import frozen

Body = Literal["blocks", "raw"]


@frozen(kw_only=True)
class FeedReadOptions:
    """How to read a feed.

    Args:
        body: ``"blocks"`` makes body blocks of the HTML of items; ``"raw"`` keeps it whole.
    """

    body: Body = "blocks"

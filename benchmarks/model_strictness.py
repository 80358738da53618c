"""How many damaged documents each reader refuses: wrong types, unknown and missing keys, tags.

Run `python benchmarks/model_strictness.py`. Every place of a few documents is damaged in turn, in
every way, outside of `extra`, where any JSON may stand. What a strict peer refuses, govnews must
refuse too.
"""

from __future__ import annotations

import copy
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from govnews import wire
from jobs._corpus import documents
from jobs.model import _msgspec_read, _pydantic_read

JUNK: tuple[Any, ...] = (5, 1.5, True, None, "", "x", [], ["x"], {}, {"x": 1})


def _places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    members = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in members:
        if key not in {"extra", "schema"}:
            yield (*path, key)
            if isinstance(value, dict | list):
                yield from _places(value, (*path, key))


def damaged(document: Any) -> Iterator[Any]:
    """Yield the document with one place damaged, for every place and way."""
    for *above, key in _places(document):
        for junk in (*JUNK, "drop", "rename"):
            twin = copy.deepcopy(document)
            holder = twin
            for step in above:
                holder = holder[step]
            if junk == "drop":
                del holder[key]
            elif junk == "rename" and isinstance(holder, dict):
                holder[f"{key}x"] = holder.pop(key)
            else:
                holder[key] = junk
            yield twin


def _refuses(read: Callable[[bytes], object], data: bytes) -> bool:
    try:
        read(data)
    except Exception:  # noqa: BLE001 - any refusal counts
        return True
    return False


def main(count: int) -> int:
    """Print the counts; return 1 where a peer refused what we took."""
    refused: Counter[str] = Counter()
    total = missed = 0
    for document in documents(count):
        for twin in damaged(document):
            total += 1
            ours = _refuses(wire.decode, json.dumps(twin).encode())
            twin.pop("schema")
            data = json.dumps(twin).encode()
            peers = {
                "pydantic": _refuses(_pydantic_read, data),
                "msgspec": _refuses(_msgspec_read, data),
            }
            refused.update(name for name, no in {"govnews": ours, **peers}.items() if no)
            missed += any(peers.values()) and not ours
    print(f"{total:,} damaged documents, refused by:")
    for name, number in refused.most_common():
        print(f"  {name:9} {number:,}")
    print(f"refused by a peer and taken by govnews: {missed}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))

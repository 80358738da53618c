"""What 20,000 documents cost in memory, as values of the model and as dicts.

Run `python benchmarks/model_memory.py`. Each contestant reads the same lines in a process of its
own and holds all that it read; the figure is the growth of the resident set, as a ratio to dicts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = 4096


def _resident() -> int:
    """Bytes of this process that are in memory (proc_pid_statm(5), second field)."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


def _reader(name: str) -> Callable[[bytes], Any]:
    if name == "dicts":
        import orjson

        return orjson.loads
    from govnews import wire

    wire.decode(b'{"schema":"govnews/1","articles":[{"id":"#a"}]}')
    return wire.decode


def hold(name: str, file: Path) -> int:
    """Read every line, hold all results, and return the bytes they took."""
    read = _reader(name)
    with file.open("rb") as lines:
        read(lines.readline())
        before = _resident()
        held = [read(line) for line in lines]
    return (_resident() - before) * bool(held)


def main(count: int) -> None:
    """Write the lines, measure each contestant in a child process, print the ratios."""
    from jobs._corpus import documents

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "documents.jsonl")
        with file.open("w", encoding="utf-8") as target:
            for document in documents(count):
                target.write(json.dumps(document, ensure_ascii=False) + "\n")
        sizes = {}
        for name in ("dicts", "govnews"):
            command = [sys.executable, str(HERE / "model_memory.py"), name, str(file)]
            sizes[name] = int(subprocess.run(command, check=True, capture_output=True).stdout)
    print(f"memory of {count:,} documents held, as a ratio to dicts")
    for name, size in sizes.items():
        print(f"  {name:8} {size / sizes['dicts']:.2f}   {size / 2**20:,.0f} MiB")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(hold(sys.argv[1], Path(sys.argv[2])))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)

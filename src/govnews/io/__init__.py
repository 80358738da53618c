"""The verbs: read, write, load(s), dump(s), convert, iter_records, extract, enrich."""

from govnews.io._read import enrich, extract, iter_records, load, loads, read
from govnews.io._results import Conversion, Reading, Writing
from govnews.io._write import OnLoss, convert, dump, dumps, write

__all__ = [
    "Conversion",
    "OnLoss",
    "Reading",
    "Writing",
    "convert",
    "dump",
    "dumps",
    "enrich",
    "extract",
    "iter_records",
    "load",
    "loads",
    "read",
    "write",
]

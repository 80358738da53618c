"""Evidence in columns: every piece comes back, and nothing but legal pieces does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from _packages import changed, custom_record, parts_of, sealed
from attrs import evolve
from conftest import docx, read
from hypothesis import given

from govnews.errors import LimitError
from govnews.limits import Limits
from govnews.model import Agreement, Article, Bundle, Evidence, Source
from govnews.testing.strategies import bundles
from govnews.wire import encode
from govnews_docx._evidence import apart, joined

TEXT = "Xã Bến Nước và Trường Bến Nước ký kết ngày 05/3/2021."


def quote(path: str, words: str, **others: Any) -> Evidence:
    """Return a piece that quotes the source."""
    start = TEXT.index(words)
    place = {"source": "#source-1", "start": start, "end": start + len(words), "exact": words}
    return Evidence(**{"path": path, "method": "rule:thu", **place, **others})


def told() -> Bundle:
    """Return a bundle of two records with evidence of all kinds."""
    article = Article(
        id="#article-1",
        title="Ký kết",
        evidence=(
            quote("$.title", "ký kết"),
            Evidence(path="$.lang", method="rule:thu", ground="chữ viết", inferred=True),
            quote("$.happened", "05/3/2021", method=None),
            quote("$.place", "Xã", exact="xÃ"),
            quote("$.happened", "ngày", source="#source-9"),
            quote("$.credit", "Trường", inferred=True),
        ),
    )
    agreement = Agreement(id="#agreement-1", evidence=(quote("$.signed", "Xã"),))
    source = Source(id="#source-1", text=TEXT)
    return Bundle(articles=(article,), agreements=(agreement,), sources=(source,))


def test_every_kind_of_piece_comes_back():
    """Quotes are told by their place; pieces that are more or less than that, whole."""
    bare, columns = apart(told())
    assert all(not record.evidence for record in bare.records())
    assert ["1", "3", "4", "5"] == list(columns["whole"])
    assert told() == joined(bare, json.loads(json.dumps(columns)), Limits())


@given(bundles())
def test_all_evidence_comes_back(bundle):
    """What is taken apart is put together again, whatever the bundle."""
    bare, columns = apart(bundle)
    assert bundle == (joined(bare, columns, Limits()) if columns else bare)


def test_a_bundle_without_evidence_stays_as_it_is():
    """Where there is no evidence, there are no columns."""
    plain = Bundle(articles=(Article(id="#article-1"),))
    assert (plain, {}) == apart(plain)


@pytest.mark.parametrize(
    "change",
    [
        {"counts": [5, 1]},
        {"counts": [7]},
        {"counts": 7},
        {"counts": [8, -1]},
        {"start": [0]},
        {"start": ["0"] * 7},
        {"start": [-9] * 7},
        {"length": [10_000] * 7},
        {"texts": []},
        {"texts": [["#source-1"]] * 2},
        {"method": [99] * 7},
        {"whole": {}},
        {"whole": []},
        {"whole": {"1": ["$.lang"]}},
        {"path": [1] * 7},
    ],
)
def test_columns_that_are_wrong_are_no_record(change):
    """Columns are as untrusted as the rest: the document is read by what it shows."""
    data = docx(told())
    record = custom_record(parts_of(data)["docProps/custom.xml"])
    record["evidence"] = {**record["evidence"], **change}
    back = read(changed(data, "docProps/custom.xml", lambda _: sealed(record)))
    assert "docx.record" in back.codes


def test_words_without_end_are_refused():
    """Pieces that quote a long text over and over are no way around the bound of a part."""
    source = Source(id="#source-1", text="a" * 50_000)
    piece = Evidence(path="$.title", source="#source-1", start=0, end=50_000, exact="a" * 50_000)
    article = Article(id="#article-1", evidence=(piece,))
    bare, columns = apart(Bundle(articles=(article,), sources=(source,)))
    many = {name: column * 40 for name, column in columns.items() if isinstance(column, list)}
    many["start"] = [0] + [-50_000] * 39
    bounds = Limits(part_bytes=1 << 20)
    with pytest.raises(LimitError, match="part_bytes"):
        joined(bare, {**columns, **many, "counts": [40]}, bounds)


def test_documents_of_the_first_version_are_read():
    """A record with its evidence in place, as it was carried first, comes back."""
    data = docx(told())
    record = custom_record(parts_of(data)["docProps/custom.xml"])
    del record["evidence"]
    record["record"] = encode(told()).decode()
    back = read(changed(data, "docProps/custom.xml", lambda _: sealed(record)))
    assert told() == back.bundle
    assert [("exact", ())] == back.reports


def test_a_page_with_much_evidence_is_small():
    """A piece of evidence takes a dozen bytes of the document."""
    many = tuple(quote(f"$.fields[{number}].label", "Bến Nước") for number in range(100))
    bundle = told()
    agreement = evolve(bundle.agreements[0], evidence=many)
    assert len(docx(evolve(bundle, agreements=(agreement,)))) < len(docx(bundle)) + 1_200

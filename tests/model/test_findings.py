"""What is odd, and evidence that does not verify."""

from __future__ import annotations

import pytest
from hypothesis import given

from govnews.model import (
    Address,
    Agreement,
    AgreementStatus,
    Article,
    Bundle,
    ContactKind,
    ContactPoint,
    Evidence,
    Organization,
    PartialDate,
    Party,
    Period,
    Project,
    Relation,
    RelationKind,
    Source,
    Term,
    check,
    verify,
)
from govnews.testing import strategies as gs

TWO = (Party(name="Port Merrin"), Party(name="Halden University"))


def codes(bundle: Bundle) -> list[tuple[str, str]]:
    """Return code and path of each finding."""
    return [(issue.code, issue.where) for issue in check(bundle)]


def _agreement(**fields) -> Bundle:
    return Bundle(agreements=(Agreement(id="#agreement-1", **{"parties": TWO, **fields}),))


def _article(**fields) -> Bundle:
    return Bundle(articles=(Article(id="#article-1", **fields),))


def _organization(**fields) -> Bundle:
    return Bundle(organizations=(Organization(id="#o", **{"name": "City", **fields}),))


def _date(text: str) -> PartialDate:
    return PartialDate.parse(text)


ODD = {
    "one party": (_agreement(parties=TWO[:1]), "model.few-parties", "parties"),
    "signed after its end": (
        _agreement(signed=_date("2026-01-05"), period=Period.parse("2020/2025")),
        "model.signed-late",
        "signed",
    ),
    "planned and signed": (
        _agreement(signed=_date("2026"), status=AgreementStatus.PLANNED),
        "model.status",
        "status",
    ),
    "ten fields, of which one is listed": (
        _agreement(field_count=10, fields=(Term(label="trade"),)),
        "model.count",
        "field_count",
    ),
    "a count that its words deny": (
        _agreement(projects=(Project(title="tasks", count=30, count_text="29"),)),
        "model.count",
        "projects[0].count",
    ),
    "an unknown code of a known scheme": (
        _agreement(kind=Term(label="Pact", scheme="govnews:agreement-kind", code="pact")),
        "model.unknown-code",
        "kind.code",
    ),
    "changed before it was published": (
        _article(published=_date("2021-05-02"), modified=_date("2021-05-01")),
        "model.date-order",
        "modified",
    ),
    "expired before it was published": (
        _article(published=_date("2021-05-02"), expires=_date("2020")),
        "model.date-order",
        "expires",
    ),
    "a blank title": (_article(title=" "), "model.blank", "title"),
    "a reference that leads nowhere": (
        _article(agreements=("#agreement-9",)),
        "model.dangling-reference",
        "agreements[0]",
    ),
    "a translation of itself": (
        _article(translations=("#article-1",)),
        "model.self-reference",
        "translations[0]",
    ),
    "evidence of nothing": (
        _article(title="x", evidence=(Evidence(path="$.title", inferred=True),)),
        "model.no-ground",
        "evidence[0]",
    ),
    "a telephone number that is none": (
        _organization(contacts=(ContactPoint(kind=ContactKind.PHONE, text="0299", value="0299"),)),
        "model.contact-value",
        "contacts[0].value",
    ),
    "a blank name": (_organization(name=""), "model.blank", "name"),
}


@pytest.mark.parametrize("case", ODD)
def test_what_is_odd_is_found(case):
    """Each oddness is found at its place, and nothing else is."""
    bundle, code, field = ODD[case]
    [record] = [str(path) for path, _ in bundle.placed()]

    assert [(code, f"{record}.{field}")] == codes(bundle)


def test_an_ordinary_bundle_is_not_odd():
    """Years, open ends, foreign ids and unstated dates are ordinary."""
    bundle = Bundle(
        articles=(
            Article(
                id="https://example.org/1",
                agreements=("#agreement-1",),
                translations=("https://example.org/en/1",),
                happened=_date("--07-03"),
                published=_date("2021"),
                modified=_date("2021-02"),
            ),
        ),
        agreements=(
            Agreement(
                id="#agreement-1",
                parties=TWO,
                signed=_date("2020"),
                period=Period.parse("2020/.."),
                projects=(Project(title="tasks", count=29, count_text="29"),),
            ),
        ),
        organizations=(Organization(id="#o", name="City", addresses=(Address(text="12 Quay"),)),),
    )

    assert [] == codes(bundle)


def test_a_reference_to_a_record_of_another_sort_is_odd():
    """A publisher is an organization."""
    bundle = Bundle(
        articles=(Article(id="#a", publisher="#g"),),
        agreements=(Agreement(id="#g", parties=TWO),),
    )

    assert [("model.reference-class", "$.articles[0].publisher")] == codes(bundle)


def test_a_ring_of_parents_is_found_once():
    """Three offices of which each is above the next."""
    ring = [("#a", "#b"), ("#b", "#c"), ("#c", "#a"), ("#d", "#a")]
    offices = tuple(Organization(id=one, name=one, parent=above) for one, above in ring)

    assert [("model.cycle", "$.organizations[0]")] == codes(Bundle(organizations=offices))


def test_a_ring_of_agreements_is_found():
    """Two agreements that renew each other."""
    pair = [("#a", "#b"), ("#b", "#a")]
    bundle = Bundle(
        agreements=tuple(
            Agreement(
                id=one,
                parties=TWO,
                relations=(Relation(relation=RelationKind.RENEWS, target=other),),
            )
            for one, other in pair
        )
    )

    assert [("model.cycle", "$.agreements[0]")] == codes(bundle)


def test_a_long_chain_is_no_ring_and_exhausts_no_stack():
    """Thousands of offices above each other are walked without recursion."""
    chain = [Organization(id=f"#o{n}", name="x", parent=f"#o{n + 1}") for n in range(5_000)]
    top = Organization(id="#o5000", name="x")

    assert [] == codes(Bundle(organizations=(*chain, top)))


@given(gs.bundles())
def test_every_finding_names_a_place_that_exists(bundle):
    """The path of a finding leads to a value of the bundle, whatever the bundle."""
    from govnews.issues import Path

    for issue in (*check(bundle), *verify(bundle)):
        Path.parse(issue.where).resolve(bundle)


# -- evidence ----------------------------------------------------------------------------------


@given(gs.bundles(odd=False))
def test_evidence_of_generated_bundles_verifies(bundle):
    """The strategy promises evidence that verifies."""
    assert () == bundle.verify()


def _said(**changes) -> Bundle:
    said = {"path": "$.title", "source": "#s", "start": 2, "end": 6, "exact": "Plan", **changes}
    return Bundle(
        articles=(Article(id="#a", title="Plan", evidence=(Evidence(**said),)),),
        sources=(Source(id="#s", text="A Plan"),),
    )


def test_words_that_stand_in_their_source_verify():
    """Path, source and span are right: nothing to say."""
    assert () == _said().verify()


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"start": 1, "end": 5}, "model.evidence-words", "exact"),
        ({"start": 900, "end": 904}, "model.evidence-words", "exact"),
        ({"source": "#t"}, "model.evidence-source", "source"),
        ({"source": "#a"}, "model.evidence-source", "source"),
        ({"path": "$.subtitle.text"}, "model.evidence-path", "path"),
        ({"path": "$.parties[0]"}, "model.evidence-path", "path"),
    ],
)
def test_evidence_that_does_not_verify_is_named(changes, code, field):
    """Wrong spans, sources and paths are told apart."""
    found = [(issue.code, issue.where) for issue in _said(**changes).verify()]

    assert [(code, f"$.articles[0].evidence[0].{field}")] == found


def test_facts_show_the_words_that_state_them():
    """A fact is a value with its path in the bundle and its words."""
    [fact] = _said().facts()

    assert ("$.articles[0].title", "Plan", "Plan") == (fact.path, fact.value, fact.words)

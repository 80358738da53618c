"""Splitting, rebasing and merging bundles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given

from govnews.errors import ModelError
from govnews.model import (
    Agreement,
    Article,
    Bundle,
    ContactKind,
    ContactPoint,
    Evidence,
    Identifier,
    Name,
    Organization,
    Paragraph,
    Participant,
    Party,
    Project,
    Source,
    merge,
    rebase,
    references,
    same_identity,
    split,
    verify,
)
from govnews.testing import strategies as gs

ONE, TWO = ("1" * 64, "2" * 64)
CODE = Identifier(scheme="vn-moha", value="H2")


def held(bundle: Bundle) -> dict[str, object]:
    """Return records and sources by id."""
    return {one.id: one for one in (*bundle.records(), *bundle.sources)}


# -- split -------------------------------------------------------------------------------------


@given(gs.bundles())
def test_nothing_is_lost_by_splitting(bundle):
    """All parts together hold what the whole holds, and each article stands in one part."""
    parts = split(bundle)

    assert held(bundle) == {key: one for part in parts for key, one in held(part).items()}
    assert bundle.articles == tuple(one for part in parts for one in part.articles)
    assert all(len(part.articles) <= 1 for part in parts if bundle.articles)


@given(gs.bundles())
def test_merging_what_was_split_gives_the_whole(bundle):
    """Merge inverts split, but for the order of records."""
    merged = merge(split(bundle))

    assert () == merged.issues
    assert held(bundle) == held(merged.bundle)
    assert (bundle.feed, bundle.extra) == (merged.bundle.feed, merged.bundle.extra)


@given(gs.bundles(odd=False))
def test_parts_verify_by_themselves(bundle):
    """Each part has the sources that its evidence points into."""
    assert [] == [issue for part in split(bundle) for issue in verify(part)]


def test_a_part_has_what_its_article_leads_to():
    """Agreements, their parties' offices and the offices above these come along; others do not."""
    bundle = Bundle(
        articles=(Article(id="#a1", agreements=("#g1",), mentions=("#a2",)), Article(id="#a2")),
        agreements=(
            Agreement(id="#g1", parties=(Party(name="x", organization="#o1"),)),
            Agreement(id="#g2"),
        ),
        organizations=(
            Organization(id="#o1", name="x", parent="#o2"),
            Organization(id="#o2", name="y"),
            Organization(id="#o3", name="z"),
        ),
        sources=(Source(id="#s1", text="", of="#a1"),),
    )

    assert [{"#a1", "#g1", "#o1", "#o2", "#s1"}, {"#a2"}, {"#g2", "#o3"}] == [
        set(held(part)) for part in bundle.split()
    ]


# -- rebase ------------------------------------------------------------------------------------


def _leading(bundle: Bundle) -> Iterator[tuple[str, str]]:
    """Yield where each reference stands and where the record stands that it leads to."""
    places = {one.id: str(path) for path, one in bundle.placed()}
    for path, record in bundle.placed():
        for reference in references(record, path):
            yield str(reference.path), places.get(reference.target, "elsewhere")


@given(gs.bundles(odd=False))
def test_a_rebased_bundle_has_no_local_ids_and_is_the_same_otherwise(bundle):
    """Every id and every reference moves together, and rebasing again changes nothing."""
    moved = rebase(bundle, ONE)

    assert not any(one.startswith("#") for one in held(moved))
    assert moved == rebase(moved, TWO)
    assert () == verify(moved)
    assert list(_leading(bundle)) == list(_leading(moved))


def test_the_digest_of_the_decoded_source_is_the_default():
    """A bundle that knows its document needs no digest."""
    digest = hashlib.sha256(b"page").hexdigest()
    bundle = Bundle(
        articles=(Article(id="#article-1"),), sources=(Source(id="#s", text="page", sha256=digest),)
    )

    assert rebase(bundle, digest) == rebase(bundle)
    assert rebase(bundle).article.id.endswith("#article-1")


@pytest.mark.parametrize("digest", [None, "", "xyz", "A" * 64])
def test_without_a_digest_nothing_is_rebased(digest):
    """A wrong digest, or none where none is known, is an error."""
    with pytest.raises(ModelError):
        rebase(Bundle(articles=(Article(id="#article-1"),)), digest)


# -- merge -------------------------------------------------------------------------------------


def _office(ref: str, **fields) -> Organization:
    return Organization(id=ref, **{"name": "City", "identifiers": (CODE,), **fields})


def test_records_of_one_identity_become_one_and_references_follow():
    """One office of two documents: fields are filled, lists joined, references re-pointed."""
    phone = ContactPoint(kind=ContactKind.PHONE, text="0299 1")
    fax = ContactPoint(kind=ContactKind.FAX, text="0299 2")
    one = Bundle(organizations=(_office("#organization-1", contacts=(phone,)),))
    two = Bundle(
        articles=(Article(id="#article-1", publisher="#organization-1"),),
        organizations=(_office("#organization-1", lang="vi", contacts=(fax, phone)),),
    )

    merged = merge([one, two], digests=[ONE, TWO])
    [office] = merged.bundle.organizations

    assert () == merged.issues
    assert ("vi", (phone, fax)) == (office.lang, office.contacts)
    assert office.id == merged.bundle.article.publisher


def test_a_name_identifies_nothing():
    """Two offices of one name stay two."""
    bundles = [Bundle(organizations=(_office("#o", identifiers=()),))] * 2

    assert 2 == len(merge(bundles, digests=[ONE, TWO]).bundle.organizations)


def test_the_caller_may_say_what_is_the_same():
    """Knowledge from outside is given as ids: the later one to the earlier one."""
    one = Bundle(organizations=(_office("urn:x:1", identifiers=()),))
    two = Bundle(organizations=(_office("urn:x:2", identifiers=(), lang="vi"),))

    [office] = merge([one, two], same={"urn:x:2": "urn:x:1"}).bundle.organizations

    assert ("urn:x:1", "vi") == (office.id, office.lang)
    assert Identifier(scheme="govnews:id", value="urn:x:2") in office.identifiers


def test_a_difference_is_an_issue_and_the_first_is_kept():
    """Nothing is lost in silence."""
    one = Bundle(organizations=(_office("urn:x:1", name="City"),))
    two = Bundle(organizations=(_office("urn:x:2", name="The City"),))

    merged = merge([one, two])

    assert "City" == merged.bundle.organizations[0].name
    assert [("model.merge-conflict", "$.organizations[0].name")] == [
        (issue.code, issue.where) for issue in merged.issues
    ]


def test_two_things_of_one_local_id_are_refused():
    """Without digests, a local id may not stand for two things."""
    bundles = [Bundle(articles=(Article(id="#a", title=title),)) for title in ("x", "y")]

    with pytest.raises(ModelError, match="Rebase each of them"):
        merge(bundles)


def test_a_third_record_may_show_that_two_are_one():
    """A and B share nothing; C shares an identifier with either."""
    a, b = Identifier(scheme="a", value="1"), Identifier(scheme="b", value="2")
    bundles = [
        Bundle(organizations=(_office("urn:x:1", identifiers=(a,)),)),
        Bundle(
            articles=(Article(id="urn:x:9", publisher="urn:x:2"),),
            organizations=(_office("urn:x:2", identifiers=(b,)),),
        ),
        Bundle(organizations=(_office("urn:x:3", identifiers=(a, b)),)),
    ]

    merged = merge(bundles).bundle

    assert ["urn:x:1"] == [one.id for one in merged.organizations]
    assert "urn:x:1" == merged.article.publisher


def test_evidence_follows_its_value_to_the_new_place():
    """Joined lists shift positions, and evidence of the later record shifts with them."""
    fund = Participant(name="Fund")
    source = Source(id="urn:s:1", text="Task and Fund")
    task = Evidence(path="$.projects[0].title", source=source.id, start=0, end=4, exact="Task")
    fund_said = Evidence(
        path="$.projects[0].funders[0].name", source=source.id, start=9, end=13, exact="Fund"
    )
    one = Bundle(
        agreements=(
            Agreement(id="urn:g:1", projects=(Project(title="Other"),), identifiers=(CODE,)),
        )
    )
    two = Bundle(
        agreements=(
            Agreement(
                id="urn:g:2",
                projects=(Project(title="Task", funders=(fund,)),),
                identifiers=(CODE,),
                evidence=(task, fund_said),
            ),
        ),
        sources=(source,),
    )

    merged = merge([one, two]).bundle

    assert ["$.projects[1].title", "$.projects[1].funders[0].name"] == [
        one.path for one in merged.agreements[0].evidence
    ]
    assert () == verify(merged)


def test_one_article_in_two_languages_stays_two():
    """An article is a story in one language, even where a feed uses one id for both."""
    one = Article(id="urn:a:1", lang="vi", alt_ids=(CODE,))
    two = Article(id="urn:a:2", lang="en", alt_ids=(CODE,))

    assert not same_identity(one, two)
    assert same_identity(one, attrs.evolve(two, lang=None))


def test_bodies_are_not_joined():
    """Two bodies of one story do not become one text."""
    one = Article(id="urn:a:1", body=(Paragraph.of("x"),))
    two = attrs.evolve(one, body=(Paragraph.of("y"),), extra={"a:b": 1})

    merged = merge([Bundle(articles=(one,)), Bundle(articles=(two,))])

    assert ((Paragraph.of("x"),), {"a:b": 1}) == (
        merged.bundle.article.body,
        dict(merged.bundle.article.extra),
    )
    assert ["$.articles[0].body"] == [issue.where for issue in merged.issues]


@given(gs.bundles(), gs.bundles())
def test_merging_is_total_once_rebased(one, two):
    """Any two bundles can be joined on their digests, and every id of either leads somewhere."""
    merged = merge([one, two], digests=[ONE, TWO]).bundle

    assert len(held(merged)) <= len(held(one)) + len(held(two))


def test_other_names_are_joined_once():
    """What both state is stated once."""
    name = Name(text="TP")
    bundles = [Bundle(organizations=(_office(f"urn:x:{n}", other_names=(name,)),)) for n in (1, 2)]

    assert (name,) == merge(bundles).bundle.organizations[0].other_names

"""The account of losses: what differs, and which issues name it."""

import pytest
from attrs import evolve

from govnews.issues import Issue
from govnews.model import (
    Agreement,
    Article,
    Bundle,
    Feed,
    Organization,
    PartialDate,
    Party,
    Rights,
)
from govnews.testing import differences, sample_bundle, unaccounted
from govnews.testing._account import misplaced

BEFORE = Bundle(
    feed=Feed(title="News", description="All of them"),
    articles=(
        Article(
            id="#a",
            title="One",
            credit="Desk",
            published=PartialDate.parse("2024-05-13"),
            rights=Rights(notice="(c)", year=2024),
        ),
        Article(id="#b", title="Two"),
    ),
    agreements=(
        Agreement(id="#g", parties=tuple(Party(name=name) for name in ("X", "Y", "Z"))),
        Agreement(id="#h", title="Pact"),
    ),
)


def article(**changed):
    """Return the bundle with its first article changed."""
    first, *rest = BEFORE.articles
    return evolve(BEFORE, articles=(evolve(first, **changed), *rest))


FEWER = evolve(
    BEFORE,
    agreements=(evolve(BEFORE.agreements[0], parties=(Party(name="X"),)), BEFORE.agreements[1]),
)
GONE = evolve(BEFORE, agreements=BEFORE.agreements[:1])


@pytest.mark.parametrize(
    ("after", "paths"),
    [
        (BEFORE, []),
        (article(title="Other"), ["$.articles[0].title"]),
        (article(rights=Rights(notice="(c)")), ["$.articles[0].rights.year"]),
        (article(rights=None), ["$.articles[0].rights"]),
        (article(id="#other"), ["$.articles[0].id"]),
        (FEWER, ["$.agreements[0].parties"]),
        (GONE, ["$.agreements[1]"]),
        (evolve(BEFORE, articles=BEFORE.articles[::-1]), ["$.articles"]),
        (evolve(BEFORE, organizations=(Organization(id="#o", name="O"),)), ["$.organizations"]),
        (evolve(BEFORE, feed=None), ["$.feed"]),
    ],
)
def test_differences(after, paths):
    """Differences are told as deep as both sides have the same shape; records pair by id."""
    assert paths == [str(path) for path in differences(BEFORE, after)]


@pytest.mark.parametrize(
    ("after", "named", "excused"),
    [
        # a field: itself, or what it is part of down from a field of the record
        (article(title=None), ["$.articles[0].title"], True),
        (article(title=None), [], False),
        (article(title=None), ["$.articles[0].credit"], False),
        (article(title=None), ["$.articles[1].title"], False),
        (article(title=None), ["$.articles[0]"], False),
        (article(title=None), ["$.articles"], False),
        (article(title=None), ["$"], False),
        (article(title=None), ["line 7"], False),
        (article(rights=Rights(notice="(c)")), ["$.articles[0].rights"], True),
        # what is gone whole: as a whole, or by all that it stated
        (article(rights=None), ["$.articles[0].rights"], True),
        (article(rights=None), ["$.articles[0].rights.notice", "$.articles[0].rights.year"], True),
        (article(rights=None), ["$.articles[0].rights.notice"], False),
        (GONE, ["$.agreements[1]"], True),
        (GONE, ["$.agreements"], True),
        (GONE, ["$.agreements[1].title"], True),
        (GONE, ["$.agreements[1].id"], False),
        (GONE, ["$"], False),
        (evolve(BEFORE, feed=None), ["$.feed"], True),
        (evolve(BEFORE, feed=None), ["$.feed.title", "$.feed.description"], True),
        (evolve(BEFORE, feed=None), ["$.feed.title"], False),
        (evolve(BEFORE, feed=None), ["$"], False),
        # a list that is shorter: as many members as are missing
        (FEWER, ["$.agreements[0].parties"], True),
        (FEWER, ["$.agreements[0].parties[1]", "$.agreements[0].parties[2]"], True),
        (FEWER, ["$.agreements[0].parties[1]"], False),
        (FEWER, ["$.agreements[0].parties[1]", "$.agreements[0].parties[1].name"], False),
        # an order that is not kept
        (evolve(BEFORE, articles=BEFORE.articles[::-1]), ["$.articles"], True),
        (evolve(BEFORE, articles=BEFORE.articles[::-1]), ["$"], False),
    ],
)
def test_the_account(after, named, excused):
    """An issue excuses what it names and nothing else."""
    issues = [Issue("x.lost", "Lost.", where) for where in named]
    assert excused is (not unaccounted(BEFORE, after, issues))


def test_issues_that_lead_nowhere():
    """A place that is no path, or a path to nothing, is told."""
    issues = [
        Issue("x.y", "z", at) for at in ("$", "$.articles[0].title", "$.articles[9]", "line 3")
    ]
    assert ["$.articles[9]", "line 3"] == misplaced(sample_bundle(), issues)

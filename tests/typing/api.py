"""The public face as type checkers see it: checked by mypy and basedpyright, never run.

What is right must pass. What is wrong must fail, and carries an ignore for just that fault: both
checkers complain about an ignore that nothing needs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import assert_type

import govnews
from govnews.formats import JSON, JsonlWriteOptions, JsonWriteOptions
from govnews.model import (
    Agreement,
    Article,
    Bundle,
    Organization,
    Paragraph,
    PartialDate,
    Party,
    Period,
    Record,
    Text,
)

# Records are made with keywords.
article = Article(id="#article-1", title="Signed", published=PartialDate(year=2024))
agreement = Agreement(id="#agreement-1", parties=(Party(name="City of Port Merrin"),))
office = Organization(id="#organization-1", name="Office of Communications")
bundle = Bundle(articles=(article,), agreements=(agreement,), organizations=(office,))

Article("#article-1")  # type: ignore[call-arg]
Article(id="#article-1", headline="Signed")  # type: ignore[call-arg]
Article(id="#article-1", title=7)  # type: ignore[arg-type]
Article(id="#article-1", published=dt.datetime.now(dt.UTC))  # type: ignore[arg-type]

# Fields have the types that they say.
assert_type(article.title, str | None)
assert_type(article.published, PartialDate | None)
assert_type(agreement.parties, tuple[Party, ...])
assert_type(agreement.period, Period | None)
assert_type(bundle.article, Article)
assert_type(bundle.agreements_of(article), tuple[Agreement, ...])
assert_type(Period.parse("2024/2028").covers(dt.date(2026, 1, 1)), bool | None)

# A body is made of blocks.
Article(id="#article-1", body=(Paragraph(content=(Text(text="Signed."),)),))
Article(id="#article-1", body=("Signed.",))  # type: ignore[arg-type]

# Verbs take paths, bytes and files, and say what they return.
reading = govnews.read("page.txt", limits=govnews.Limits(records=10), language="vi", extract=True)
assert_type(reading, govnews.Reading)
assert_type(reading.bundle, Bundle)
assert_type(reading.issues, tuple[govnews.Issue, ...])
assert_type(govnews.loads("{}", "json"), Bundle)
assert_type(govnews.dumps(bundle, "json"), bytes)
assert_type(govnews.write(bundle, "page.json", on_loss="raise"), govnews.Writing)
assert_type(govnews.iter_records("page.jsonl"), Iterator[Record])
assert_type(govnews.extract("Signed."), govnews.Reading)

govnews.read(4711)  # type: ignore[call-overload]
govnews.loads(bundle)  # type: ignore[arg-type]
govnews.write(bundle, "page.json", on_loss="ignore")  # type: ignore[call-overload]
govnews.dumps("a bundle", "json")  # type: ignore[arg-type]

# With a format as an object its options are checked; with a name they are checked at run time.
govnews.write(bundle, "page.json", JSON, options=JsonWriteOptions())
govnews.write(bundle, "page.json", JSON, options=JsonlWriteOptions())  # type: ignore[misc]

# Values are frozen.
article.title = "Not signed"  # type: ignore[misc]

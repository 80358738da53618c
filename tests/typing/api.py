"""The public face as type checkers see it: checked by mypy and basedpyright, never run.

What is right must pass. What is wrong must fail, and carries an ignore for just that fault: both
checkers complain about an ignore that nothing needs.
"""

from __future__ import annotations

import datetime as dt
from typing import assert_type

from govnews.model import (
    Agreement,
    Article,
    Bundle,
    Organization,
    Paragraph,
    PartialDate,
    Party,
    Period,
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

# Values are frozen.
article.title = "Not signed"  # type: ignore[misc]

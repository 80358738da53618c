"""What is said: the records, their parts, and the bundle that holds them.

All classes are frozen attrs classes with keyword-only fields and tuples for lists. Their
constructors refuse the impossible with a `govnews.errors.ModelError`; what is merely odd is left
to ``check``.
"""

from govnews.model.agreement import (
    Agreement,
    AgreementStatus,
    Party,
    PartyRole,
    Project,
    ProjectStage,
    Relation,
    RelationKind,
    Witness,
)
from govnews.model.article import Article, ArticleStatus, Author, Change, Media
from govnews.model.blocks import (
    Block,
    Break,
    Cell,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Raw,
    Table,
    Text,
    inline_text,
    merge_runs,
    plain_text,
    word_count,
)
from govnews.model.bundle import Bundle, Fact, Feed, Item, Preamble, Record
from govnews.model.dates import Order, PartialDate
from govnews.model.evidence import Evidence, Source
from govnews.model.extra import Extra, Json, JsonObject
from govnews.model.organization import (
    Address,
    AdminUnit,
    ContactKind,
    ContactPoint,
    License,
    Name,
    Organization,
    Participant,
    Person,
    Responsible,
    Rights,
    Succession,
)
from govnews.model.periods import OPEN, UNKNOWN, IntervalEnd, Period
from govnews.model.text import Identifier, Line, Link, Prose, Ref, Term, fold_line, is_line

# Type checkers take this name for true.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from govnews.model.difference import Difference, diff
    from govnews.model.editing import evolve_at
    from govnews.model.findings import check, verify
    from govnews.model.hyperlink import Hyperlink, hyperlinks, rewrite_hyperlinks
    from govnews.model.identity import fingerprint, identity_keys, same_identity
    from govnews.model.joining import Merged, document_digest, merge, rebase, split
    from govnews.model.reference import Reference, references
    from govnews.model.views import ExtraView, register_view, registered_view

__all__ = [
    "OPEN",
    "UNKNOWN",
    "Address",
    "AdminUnit",
    "Agreement",
    "AgreementStatus",
    "Article",
    "ArticleStatus",
    "Author",
    "Block",
    "Break",
    "Bundle",
    "Cell",
    "Change",
    "ContactKind",
    "ContactPoint",
    "Difference",
    "Evidence",
    "Extra",
    "ExtraView",
    "Fact",
    "Feed",
    "Figure",
    "Heading",
    "Hyperlink",
    "Identifier",
    "Inline",
    "IntervalEnd",
    "Item",
    "Json",
    "JsonObject",
    "License",
    "Line",
    "Link",
    "ListBlock",
    "Mark",
    "Media",
    "Merged",
    "Name",
    "Order",
    "Organization",
    "Paragraph",
    "PartialDate",
    "Participant",
    "Party",
    "PartyRole",
    "Period",
    "Person",
    "Preamble",
    "Project",
    "ProjectStage",
    "Prose",
    "Quote",
    "Raw",
    "Record",
    "Ref",
    "Reference",
    "Relation",
    "RelationKind",
    "Responsible",
    "Rights",
    "Source",
    "Succession",
    "Table",
    "Term",
    "Text",
    "Witness",
    "check",
    "diff",
    "document_digest",
    "evolve_at",
    "fingerprint",
    "fold_line",
    "hyperlinks",
    "identity_keys",
    "inline_text",
    "is_line",
    "merge",
    "merge_runs",
    "plain_text",
    "rebase",
    "references",
    "register_view",
    "registered_view",
    "rewrite_hyperlinks",
    "same_identity",
    "split",
    "verify",
    "word_count",
]

_HOME_OF = {
    "Difference": "difference",
    "ExtraView": "views",
    "Hyperlink": "hyperlink",
    "Merged": "joining",
    "Reference": "reference",
    "check": "findings",
    "diff": "difference",
    "document_digest": "joining",
    "evolve_at": "editing",
    "fingerprint": "identity",
    "hyperlinks": "hyperlink",
    "identity_keys": "identity",
    "merge": "joining",
    "rebase": "joining",
    "references": "reference",
    "register_view": "views",
    "registered_view": "views",
    "rewrite_hyperlinks": "hyperlink",
    "same_identity": "identity",
    "split": "joining",
    "verify": "findings",
}

if not TYPE_CHECKING:
    # What is done with records loads on first use (PEP 562): the classes alone are wanted first.
    def __getattr__(name: str) -> object:
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module 'govnews.model' has no attribute {name!r}")
        from importlib import import_module

        value: object = getattr(import_module(f"govnews.model.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__

"""From a text to records: the stages in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from govnews.extraction._assembly import Assembly
from govnews.extraction._detect import detect_language, pack_of
from govnews.extraction._ground.grammar import grammar_of
from govnews.extraction._ground.view import View, plain_fold
from govnews.extraction._page.parts import lines_of
from govnews.extraction.finding import Finding
from govnews.extraction.pack import LanguagePack
from govnews.issues import Issue
from govnews.limits import Limits
from govnews.model import Article, Item, Paragraph, Source, fold_line

Note = Callable[[Issue], None]


def extract(
    source: Source,
    packs: Sequence[LanguagePack],
    *,
    language: str | None = None,
    article: Article | None = None,
    note: Note,
    limits: Limits,
) -> tuple[Item, ...]:
    """Read the facts of a text.

    Args:
        source: The text. It is the first of the items returned, unchanged.
        packs: The languages to choose among.
        language: Language of the text, where it is known (BCP 47); else it is detected.
        article: An article whose form is known already and whose plain text the source is. What
            it states stays; facts fill what is absent. Without it the text is a whole page.
        note: Takes an issue for each doubt.
        limits: Bounds to keep.

    Returns:
        The source, the article, then the agreements and organizations found. Every value that was
        read has evidence; nothing is returned that the text does not state, unless it is marked as
        inferred and names its ground.

    .. versionadded:: 0.1.0
    """
    assembly = assemble(source, packs, language, article, note, limits)
    if assembly is None:
        return (source, article or _bare_article(source, language))
    return (source, *assembly.records())


def find(
    source: Source,
    packs: Sequence[LanguagePack],
    *,
    language: str | None = None,
    article: Article | None = None,
    note: Note,
    limits: Limits,
) -> tuple[Finding, ...]:
    """Return the findings that `extract` assembles its records from.

    The arguments are those of `extract`.

    .. versionadded:: 0.1.0
    """
    assembly = assemble(source, packs, language, article, note, limits)
    return () if assembly is None else assembly.findings()


def assemble(
    source: Source,
    packs: Sequence[LanguagePack],
    language: str | None,
    article: Article | None,
    note: Note,
    limits: Limits,
    mint: Callable[[str], str] | None = None,
) -> Assembly | None:
    """Run the stages over a text; None where no pack reads it."""
    language = language or (article.lang if article is not None else None)
    stated = language is not None
    if language is None:
        language = detect_language(source.text, packs)
    pack = pack_of(language, packs) if language is not None else None
    if pack is None:
        known = ", ".join(tag for one in packs for tag in one.languages) or "none"
        problem = f"language {language}" if language else "a language that was not recognized"
        note(
            Issue(
                "extract.no-pack",
                f"The text is in {problem}, and no installed language pack reads it "
                f"(installed: {known}); the article alone was read.",
            )
        )
        return None
    grammar = grammar_of(pack)
    return Assembly(
        source,
        grammar,
        language or pack.languages[0],
        stated=stated,
        article=article,
        note=note,
        mint=mint,
    )


def _bare_article(source: Source, language: str | None) -> Article:
    """Return the paragraphs of a text that no pack reads, as they stand."""
    view = View(source.text, plain_fold)
    body = tuple(
        Paragraph.of(fold_line(view.exact(line.start, line.end))) for line in lines_of(view)
    )
    return Article(id="#article-1", lang=language, body=body)

"""A bundle as a page for people, form aside; and the account of what a page cannot carry."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from attrs import evolve, frozen

from govnews.formats import set_fields
from govnews.issues import Issue, Path
from govnews.model import Article, Bundle, Evidence, Item
from govnews_text._facts import Section, of_agreement, of_article, of_organization
from govnews_text._lines import has_control
from govnews_text._told import Teller
from govnews_text._words import words_for

_HEAD: Final = ("subtitle", "byline", "dateline", "summary")

Note = Callable[[Issue], None]


@frozen(kw_only=True)
class Story:
    """An article on the page.

    Args:
        article: The article; its body is written by each format in its own way.
        at: Its path.
        head: What stands between title and body.
        foot: What stands below the body.
    """

    article: Article
    at: Path
    head: tuple[str, ...]
    foot: tuple[str, ...]


@frozen(kw_only=True, eq=False)
class Page:
    """The whole page.

    Args:
        bundle: What it tells.
        stories: Its stories.
        sections: The facts, where they are wanted.
        told: Paths of the values that stand on it in words.
    """

    bundle: Bundle
    stories: tuple[Story, ...]
    sections: tuple[Section, ...]
    told: frozenset[Path]


def page_of(items: Iterable[Item], *, facts: bool) -> Page:
    """Put a bundle into words.

    Args:
        items: The items of the bundle.
        facts: Whether sections of facts are wanted.
    """
    bundle = Bundle.from_items(items)
    told: set[Path] = set()
    language = next((one.lang for one in bundle.articles if one.lang is not None), None)
    teller = Teller(value=bundle, at=Path(), told=told, words=words_for(language), bundle=bundle)
    articles = [_in_its_language(one, language) for one in teller.each("articles")]
    stories = tuple(_story(article) for article in articles)
    sections = tuple(_sections(teller, articles, language)) if facts else ()
    return Page(bundle=bundle, stories=stories, sections=sections, told=frozenset(told))


def _in_its_language(record: Teller, language: str | None) -> Teller:
    return evolve(record, words=words_for(record.value.lang, language))


def _story(article: Teller) -> Story:
    """Return a story; what its body says is not said again."""
    body = article.value.text

    def lines(*names: str) -> tuple[str, ...]:
        said = ((name, article.say(name)) for name in names)
        return tuple(text for _, text in said if text and text not in body)

    article.say("title")
    return Story(article=article.value, at=article.at, head=lines(*_HEAD), foot=lines("credit"))


def _sections(teller: Teller, articles: list[Teller], language: str | None) -> Iterable[Section]:
    pacts = (_in_its_language(one, language) for one in teller.each("agreements"))
    offices = (_in_its_language(one, language) for one in teller.each("organizations"))
    for section in (
        *map(of_article, articles),
        *map(of_agreement, pacts),
        *map(of_organization, offices),
    ):
        if section.facts:
            yield section


def account(page: Page, note: Note, *, titles: bool, first_id: str) -> None:
    """Note each value, outside of bodies, that the page says in words only, or not at all.

    Args:
        page: The page.
        note: Takes the issues.
        titles: Whether the form of a title marks it as one.
        first_id: The id that a reader of the page gives to its first article.
    """
    seen: set[Path] = set()
    for path, value in set_fields(page.bundle):
        steps = path.steps
        if steps[0] == "articles" and steps[2] == "body":
            continue
        if titles and steps[0] == "articles" and steps[2:] == ("title",) and value:
            continue
        if steps == ("articles", 0, "id") and value == first_id:
            continue
        place = path.parent if isinstance(value, Evidence) else path
        if place not in seen:
            seen.add(place)
            _note(place, value, page.told, note)


def _note(place: Path, value: object, told: frozenset[Path], note: Note) -> None:
    where = str(place)
    if not any(Path(place.steps[:depth]) in told for depth in range(3, len(place.steps) + 1)):
        note(Issue("text.unsaid", "This is not written.", where))
        return
    note(Issue("text.words", "This is written in words only; a reader has to find it.", where))
    if isinstance(value, str) and has_control(value):
        note(Issue("text.control", "Control characters are written as visible escapes.", where))

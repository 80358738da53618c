"""A name that was found in running text, and what it names."""

from __future__ import annotations

from typing import Literal

from attrs import mutable

Sort = Literal["organization", "territory", "person", "plain"]


@mutable(kw_only=True, eq=False)
class Named:
    """A name in the text.

    Args:
        sort: What it names; ``"plain"`` is a name without a head: "VNPT".
        start: First character.
        end: The character after the last.
        head: The head or unit word, folded.
        headed: Range of the head, where it does not stand first.
        bare: Whether nothing but the head stands there: "Sở".
        territory: Start of the territory at its end, if any.
        alias: Range of a short form in brackets after it.
        past: Where a bracket ends that says where it is.
        honorific: Range of the words before a person's name.
        post: Range of a person's post.
        office: The office of a person that is named behind the name: "Rector A of B".
        split: Where a joining word inside might divide it in two.
    """

    sort: Sort
    start: int
    end: int
    head: str = ""
    headed: tuple[int, int] | None = None
    bare: bool = False
    territory: int | None = None
    alias: tuple[int, int] | None = None
    past: int | None = None
    honorific: tuple[int, int] | None = None
    post: tuple[int, int] | None = None
    office: Named | None = None
    split: tuple[int, int] | None = None

    @property
    def after(self) -> int:
        """Where the text goes on after the name and its bracket."""
        end = self.end if self.alias is None else max(self.end, self.alias[1] + 1)
        end = max(end, self.past or 0)
        end = max(end, self.office.after) if self.office is not None else end
        return max(end, self.post[1]) if self.post else end

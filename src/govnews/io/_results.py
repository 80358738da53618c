"""What the verbs return."""

from __future__ import annotations

from attrs import field, frozen

from govnews.errors import ReadError
from govnews.formats import Carried
from govnews.issues import Issue
from govnews.model import Bundle


@frozen(kw_only=True)
class Reading:
    """What a read gave.

    Args:
        bundle: What was read.
        format: Name of the format it was read as; empty for plain text passed as `str`.
        issues: What was lost, repaired or stays doubtful.
        carried: What became of the record that the document carried inside: ``"exact"`` (nothing
            was changed since it was written), ``"edited"``, ``"heuristic"`` (it carried none, or
            one that is damaged), or None where its format carries none.
        changed: Paths of the values that were edited.

    .. versionadded:: 0.1.0
    """

    bundle: Bundle
    format: str
    issues: tuple[Issue, ...] = ()
    carried: Carried | None = None
    changed: tuple[str, ...] = ()

    def raise_for_issues(self, *codes: str) -> None:
        """Raise if there are issues of these codes, or any issues where no code is given.

        A code that ends in a dot stands for all that begin with it.

        Raises:
            ReadError: There are.
        """
        found = tuple(issue for issue in self.issues if not codes or _any_of(codes, issue.code))
        if found:
            count = len(found)
            raise ReadError(
                f"{count} issue{'' if count == 1 else 's'}; the first is {found[0]}",
                format=self.format,
                issues=found,
            )


def _any_of(codes: tuple[str, ...], code: str) -> bool:
    return any(code == one or (one.endswith(".") and code.startswith(one)) for one in codes)


@frozen(kw_only=True)
class Writing:
    """What a write did.

    Args:
        format: Name of the format that was written.
        issues: The values that were not carried, each with its path.

    .. versionadded:: 0.1.0
    """

    format: str
    issues: tuple[Issue, ...] = ()


@frozen(kw_only=True)
class Conversion:
    """What a conversion did.

    Args:
        source_format: Name of the format that was read.
        target_format: Name of the format that was written.
        read_issues: What was lost, repaired or doubtful on reading.
        write_issues: The values that were not carried on writing.
        records: How many records went through.

    .. versionadded:: 0.1.0
    """

    source_format: str
    target_format: str
    read_issues: tuple[Issue, ...] = ()
    write_issues: tuple[Issue, ...] = ()
    records: int = field(default=0)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """All issues, those of reading first."""
        return self.read_issues + self.write_issues

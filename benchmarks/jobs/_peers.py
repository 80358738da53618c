"""The same classes in pydantic and msgspec, written from the shapes of ours.

The peers get every field, every constraint and every invariant that they can state: text of one
line by pattern, ranges of numbers, tagged unions, closed enumerations, unknown keys forbidden.
Dates and periods are text of the right characters for them: less work than ours do, who parse them
and refuse days that do not exist.
"""

from __future__ import annotations

import sys
import types
from typing import Any

from govnews.model._shape import Choice, Many, Record, Scalar, Shape, slots_of
from govnews.model.extra import Extra
from govnews.testing.strategies import classes
from govnews.wire._forms import BLOCK_TAGS, INLINE_TAGS, TAGS, TEXTS

LINE = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$"
NO_BLANK = r"[^\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
PATTERNS = {
    "line": LINE,
    "ref": rf"^(#|[A-Za-z][A-Za-z0-9+.\-]*:){NO_BLANK}+$",
    "lang": "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$",
    "country": "^[A-Z]{2}$",
    "path": r"^\$",
    "date": r"^[0-9-]{4,10}(T[0-9:.]{5,18}(Z|[+-][0-9]{2}:[0-9]{2})?)?$",
    "period": r"^[0-9./:+TZPYMWDHS-]+$",
    "either": r"^[0-9./:+TZPYMWDHS-]+$",
}
RANGES = {"natural": (0, 2**53), "positive": (1, 2**53), "level": (1, 6)}

INVARIANTS = {
    "Evidence": """
        span = (self.source, self.start, self.end, self.exact)
        if None in span and any(part is not None for part in span): raise ValueError("span")
        if self.exact is None:
            if not self.inferred: raise ValueError("exact")
        elif self.end - self.start != len(self.exact): raise ValueError("length")""",
    "Person": """
        if self.name is None and self.post is None: raise ValueError("name or post")""",
    "Responsible": """
        if self.person is None and self.office is None: raise ValueError("person or office")""",
    "Witness": """
        if self.person is None and self.office is None: raise ValueError("person or office")""",
    "Author": """
        if self.name is None and self.email is None and self.url is None: raise ValueError()""",
    "Change": """
        if self.on is None and self.note is None: raise ValueError("date or note")""",
    "Relation": """
        if self.target is None and self.title is None: raise ValueError("target or title")""",
    "Table": """
        if self.header_rows > len(self.rows): raise ValueError("header rows")""",
    "Bundle": """
        ids = [one.id for many in (self.articles, self.agreements, self.organizations, self.sources)
               for one in many]
        if len(set(ids)) < len(ids): raise ValueError("ids")""",
}


def _classes() -> list[Any]:
    return [cls for cls in classes() if cls not in TEXTS and not issubclass(cls, Extra)]


class _Writer:
    """Writes the source of the classes in the way of one library."""

    def __init__(self, library: str) -> None:
        self.pydantic = library == "pydantic"

    def type(self, shape: Shape) -> str:
        if isinstance(shape, Many):
            return f"tuple[{self.type(shape.item)}, ...]"
        if isinstance(shape, Choice):
            return f"E_{shape.enum.__name__}"
        if isinstance(shape, Scalar):
            return self.scalar(shape)
        assert isinstance(shape, Record)  # noqa: S101
        names = {cls.__name__ for cls in shape.classes}
        if names <= {"PartialDate", "Period"}:
            kind = "either" if len(names) == 2 else "date" if "PartialDate" in names else "period"
            return self.pattern(kind)
        if names == {"Extra"}:
            return "dict[str, Any]"
        if len(names) == 1:
            return names.pop()
        union = "Block" if len(names) == len(BLOCK_TAGS) else "Inline"
        members = BLOCK_TAGS if union == "Block" else INLINE_TAGS
        joined = ", ".join(cls.__name__ for cls in members)
        if not self.pydantic:
            return f"Union[{joined}]"
        return f"Annotated[Union[{joined}], pydantic.Field(discriminator='type')]"

    def scalar(self, shape: Scalar) -> str:
        rule = shape.rule.name if shape.rule is not None else ""
        if rule in PATTERNS:
            return self.pattern(rule)
        if rule in RANGES:
            least, most = RANGES[rule]
            call = "pydantic.Field" if self.pydantic else "msgspec.Meta"
            return f"Annotated[int, {call}(ge={least}, le={most})]"
        return shape.base.__name__

    def pattern(self, kind: str) -> str:
        call = "pydantic.StringConstraints" if self.pydantic else "msgspec.Meta"
        return f"Annotated[str, {call}(pattern=PATTERNS[{kind!r}])]"

    def header(self, cls: Any) -> list[str]:
        tag = TAGS.get(cls)
        name = cls.__name__
        if self.pydantic:
            lines = [
                f"class {name}(pydantic.BaseModel):",
                "    model_config = dict(frozen=True, extra='forbid', strict=True)",
            ]
            return [*lines, f"    type: Literal[{tag!r}] = {tag!r}"] if tag else lines
        tagged = f", tag_field='type', tag={tag!r}" if tag else ""
        options = "frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True"
        return [f"class {name}(msgspec.Struct, {options}{tagged}):"]

    def field(self, cls: Any, slot: Any) -> str:
        written = self.type(slot.shape)
        if slot.optional:
            written = f"Optional[{written}]"
        if slot.required:
            return f"    {slot.name}: {written}"
        default = next(a for a in cls.__attrs_attrs__ if a.name == slot.name).default
        if isinstance(default, Extra):
            call = (
                "pydantic.Field(default_factory"
                if self.pydantic
                else "msgspec.field(default_factory"
            )
            return f"    {slot.name}: {written} = {call}=dict)"
        if isinstance(slot.shape, Choice) and default is not None:
            return f"    {slot.name}: {written} = E_{slot.shape.enum.__name__}({default.value!r})"
        return f"    {slot.name}: {written} = {default!r}"

    def invariant(self, name: str) -> list[str]:
        if name not in INVARIANTS:
            return []
        if self.pydantic:
            head = "    @pydantic.model_validator(mode='after')\n    def _invariant(self):"
            return [head + INVARIANTS[name], "        return self"]
        return ["    def __post_init__(self):" + INVARIANTS[name]]


def family(library: str) -> types.ModuleType:
    """Return a module with the classes written for `pydantic` or `msgspec`."""
    writer = _Writer(library)
    lines = [
        "from __future__ import annotations",
        "from typing import Annotated, Any, Literal, Optional, Union",
        f"import {library}",
    ]
    module = types.ModuleType(f"family_{library}")
    module.__dict__["PATTERNS"] = PATTERNS
    for cls in _classes():
        lines += writer.header(cls)
        lines += [writer.field(cls, slot) for slot in slots_of(cls)]
        lines += writer.invariant(cls.__name__)
        if not slots_of(cls):
            lines.append("    pass")
        for slot in slots_of(cls):
            shape = slot.shape
            while isinstance(shape, Many):
                shape = shape.item
            if isinstance(shape, Choice):
                module.__dict__[f"E_{shape.enum.__name__}"] = shape.enum
    sys.modules[module.__name__] = module
    exec(compile("\n".join(lines), f"<{library}>", "exec"), module.__dict__)  # noqa: S102
    if library == "pydantic":
        for cls in _classes():
            module.__dict__[cls.__name__].model_rebuild(_types_namespace=module.__dict__)
    return module

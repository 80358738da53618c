"""Figures and their captions."""

from __future__ import annotations

from attrs import evolve

from govnews.model import Figure, Paragraph, Table, fold_line, is_line
from govnews_html._builder import Builder
from govnews_html._elements import effect_of, start_box
from govnews_html._frames import Attributes, Frame, Kind, Piled


def start_figure(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin a figure."""
    if builder.words is not None:
        start_box(builder, name, attributes)
        return
    frame = Frame(Kind.FIGURE, name, attributes, _close_figure)
    if builder.push(frame, effect_of(builder, attributes, None) if attributes else None):
        builder.hold_blocks(frame)
        frame.words = []


def start_figcaption(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin the caption of a figure."""
    stack = builder.stack
    if not stack or stack[-1].kind is not Kind.FIGURE:
        start_box(builder, name, attributes)
        return
    frame = Frame(Kind.FIGCAPTION, name, attributes, _close_figcaption)
    if builder.push(frame, effect_of(builder, attributes, None) if attributes else None):
        builder.words = frame.words = []


def _close_figcaption(builder: Builder, frame: Frame) -> None:
    builder.words = None
    figure = builder.stack[-1]
    if figure.words is not None and frame.words:
        figure.words += frame.words


def _close_figure(builder: Builder, frame: Frame) -> None:
    builder.blocks = frame.outer
    blocks = frame.blocks or []
    words = frame.words or []
    credits_ = [text for role, text in words if role == "credit"]
    captions = [text for role, text in words if role != "credit"]
    caption = "\n".join(captions) if captions else None
    credit = fold_line(" ".join(credits_)) if credits_ else None
    only = blocks[0] if len(blocks) == 1 else None
    if isinstance(only, Figure):
        blocks = [evolve(only, caption=caption, credit=credit)] if words else blocks
    elif isinstance(only, Table) and only.caption is None and _fits_line(caption) and not credit:
        blocks = [evolve(only, caption=caption)]
    else:
        blocks += _paragraphs(caption, "caption")
        blocks += _paragraphs(credit, "credit")
    if builder.pieces:
        builder.flush()
    builder.blocks += blocks


def _fits_line(caption: str | None) -> bool:
    return caption is not None and is_line(caption)


def _paragraphs(text: str | None, role: str) -> list[Piled]:
    if not text:
        return []
    return [Paragraph.of(fold_line(line), role) for line in text.split("\n") if line]

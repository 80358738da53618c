"""Bundles the tests write: people, places and numbers are invented."""

from __future__ import annotations

import base64
import struct
import zlib

from govnews.model import (
    Agreement,
    Article,
    Break,
    Bundle,
    Cell,
    ContactKind,
    ContactPoint,
    Evidence,
    Figure,
    Heading,
    ListBlock,
    Mark,
    Media,
    Organization,
    Paragraph,
    PartialDate,
    Party,
    Period,
    Person,
    Quote,
    Raw,
    Source,
    Table,
    Term,
    Text,
)


def png(width: int = 40, height: int = 20) -> bytes:
    """Return a small picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(
        b"\0" + bytes((x * x + 31 * y * y) % 251 for x in range(width)) for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PICTURE = "data:image/png;base64," + base64.b64encode(png()).decode()
_SAID = "Hai bên thống nhất hợp tác trong giai đoạn 2031-2035."
_TITLE = "Tỉnh An Bình ký thỏa thuận với Viện Sông Hồ"


def page() -> Bundle:
    """Return a story with an agreement, two offices and the page they were read from."""
    text = f"{_TITLE}\n{_SAID}\nLễ ký diễn ra tại Nhà khách tỉnh.\n"
    said = text.index("giai đoạn")
    article = Article(
        id="#article-1",
        title=_TITLE,
        lang="vi",
        subtitle="Ba lĩnh vực, năm năm",
        dateline="An Bình, ngày 02 tháng 02 năm 2031",
        credit="Tin, ảnh: Thu Hà",
        publisher="#organization-1",
        agreements=("#agreement-1",),
        body=(
            Paragraph.of(_SAID, role="lead"),
            Paragraph(
                content=(
                    Text(text="Lễ ký diễn ra tại "),
                    Text(text="Nhà khách tỉnh", marks=(Mark.STRONG,)),
                    Text(text=", xem "),
                    Text(text="thông báo", href="https://anbinh.example/tin?a=1&b=2"),
                    Text(text="."),
                    Break(),
                    Text(text="Dòng hai", marks=(Mark.EM, Mark.UNDERLINE)),
                )
            ),
            Heading.of("Ba lĩnh vực", 2),
            ListBlock.of("quan trắc nước", "đào tạo", "dữ liệu mở"),
            ListBlock(
                items=(
                    (Paragraph.of("Bước một"), ListBlock.of("a", "b")),
                    (Paragraph.of("Bước hai"),),
                ),
                ordered=True,
                start=3,
            ),
            Quote(blocks=(Paragraph.of("“Nước là việc chung.”"),), cite="https://anbinh.example/q"),
            Table(
                rows=(
                    (Cell.of("Năm"), Cell(content=(Text(text="Việc"),), colspan=2)),
                    (
                        Cell(content=(Text(text="2031"),), rowspan=2),
                        Cell.of("Khảo sát"),
                        Cell.of("12"),
                    ),
                    (Cell.of("Báo cáo"), Cell.of("3")),
                ),
                header_rows=1,
                caption="Kế hoạch",
            ),
            Figure(src=PICTURE, alt="Bờ sông", caption="Bờ sông buổi sáng", credit="Thu Hà"),
            Raw(format="html", text="<custom-map zoom='4'></custom-map>"),
            Paragraph.of("Hai bên họp mỗi quý."),
        ),
        media=(Media(href=PICTURE, type="image/png", alt="Bờ sông", role="image"),),
        evidence=(
            Evidence(path="$.title", source="#source-1", start=0, end=len(_TITLE), exact=_TITLE),
        ),
        extra={"portal:views": 12},
    )
    agreement = Agreement(
        id="#agreement-1",
        title="Thỏa thuận hợp tác về quản lý nước",
        number="07/TTHT-AB",
        kind=Term(label="Thỏa thuận", code="cooperation_agreement"),
        parties=(
            Party(
                name="Tỉnh An Bình",
                signatories=(Person(name="Phan Văn Lộc", post="Phó Chủ tịch"),),
            ),
            Party(name="Viện Sông Hồ"),
        ),
        signed=PartialDate.parse("2031-02-02"),
        place="thành phố An Bình",
        period=Period.parse("2031/2035"),
        fields=(Term(label="quan trắc nước"), Term(label="đào tạo"), Term(label="dữ liệu mở")),
        evidence=(
            Evidence(
                path="$.period",
                source="#source-1",
                start=said,
                end=said + len("giai đoạn 2031-2035"),
                exact="giai đoạn 2031-2035",
            ),
            Evidence(path="$.fields[2].label", inferred=True, ground="từ danh sách trong bài"),
        ),
    )
    office = Organization(
        id="#organization-1",
        name="Sở Tài nguyên nước tỉnh An Bình",
        parent="#organization-2",
        contacts=(ContactPoint(kind=ContactKind.PHONE, text="(0299) 3555 014"),),
    )
    parent = Organization(id="#organization-2", name="Ủy ban nhân dân tỉnh An Bình")
    return Bundle(
        articles=(article,),
        agreements=(agreement,),
        organizations=(office, parent),
        sources=(Source(id="#source-1", text=text),),
    )

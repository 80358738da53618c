"""A bundle that uses most of the model, for tests that want one document and no chance."""

from __future__ import annotations

from govnews.model import (
    Address,
    AdminUnit,
    Agreement,
    Article,
    Author,
    Break,
    Bundle,
    Cell,
    ContactKind,
    ContactPoint,
    Evidence,
    Feed,
    Figure,
    Heading,
    Identifier,
    Link,
    ListBlock,
    Mark,
    Media,
    Name,
    Organization,
    Paragraph,
    PartialDate,
    Participant,
    Party,
    Period,
    Person,
    Project,
    ProjectStage,
    Quote,
    Raw,
    Responsible,
    Rights,
    Source,
    Table,
    Term,
    Text,
)

_TEXT = "Ngày 12/5/2024, tỉnh Bến Nước và Trường Đại học Sông Xanh ký kết\nchương trình trồng rừng."


def sample_bundle() -> Bundle:
    """Return a bundle with every block, both inlines, all three records, evidence and a feed.

    >>> sample_bundle().article.title
    'Ký kết chương trình trồng rừng & giữ nước'

    .. versionadded:: 0.1.0
    """
    return Bundle(
        feed=Feed(
            title="Tin Bến Nước",
            description="Tin của tỉnh",
            lang="vi",
            links=(Link(href="https://bennuoc.example/", rel="alternate"),),
        ),
        articles=(_article(),),
        agreements=(_agreement(),),
        organizations=_organizations(),
        sources=(Source(id="#source-1", text=_TEXT, media_type="text/plain", encoding="utf-8"),),
        extra={"portal:batch": {"run": 7, "tags": ["a", "b"], "ratio": 0.5}},
    )


def _article() -> Article:
    return Article(
        id="https://bennuoc.example/tin/1",
        title="Ký kết chương trình trồng rừng & giữ nước",
        lang="vi",
        summary="Hai bên cùng trồng rừng.",
        body=_body(),
        place="Hội trường tỉnh Bến Nước",
        happened=PartialDate.parse("2024-05-12"),
        published=PartialDate.parse("2024-05-13T08:30+07:00"),
        authors=(Author(name="An Bình", email="an@bennuoc.example"),),
        credit="Phòng Tin tức",
        publisher="#organization-1",
        subjects=(Term(label="lâm nghiệp"),),
        agreements=("#agreement-1",),
        media=(Media(href="https://bennuoc.example/a.png", type="image/png", alt="Cây", bytes=9),),
        links=(Link(href="https://bennuoc.example/tin/1", rel="alternate", type="text/html"),),
        alt_ids=(Identifier(scheme="portal", value="1"),),
        evidence=(
            Evidence(
                path="$.happened",
                source="#source-1",
                start=0,
                end=14,
                exact=_TEXT[:14],
                method="human",
            ),
        ),
        extra={"portal:views": 12},
    )


def _body() -> tuple[Paragraph | Heading | Quote | ListBlock | Table | Figure | Raw, ...]:
    return (
        Paragraph.of("Hai bên đã ký kết tại tỉnh.", role="lead"),
        Heading.of("Nội dung", level=2),
        Paragraph(
            content=(
                Text(text="Xem "),
                Text(text="trang", marks=(Mark.STRONG,), href="https://bennuoc.example/x?a=1&b=2"),
                Break(),
                Text(text="a < b"),
            )
        ),
        ListBlock.of("trồng rừng", "giữ nước", ordered=True),
        Quote(blocks=(Paragraph.of("Rừng là vàng."),)),
        Table(rows=((Cell.of("Năm"), Cell.of("Cây")), (Cell.of("2024"), Cell.of("1.000")))),
        Figure(src="https://bennuoc.example/a.png", alt="Cây", caption="Cây đầu tiên"),
        Raw(format="html", text="<video src='https://bennuoc.example/v'></video>"),
    )


def _agreement() -> Agreement:
    return Agreement(
        id="#agreement-1",
        title="chương trình trồng rừng",
        kind=Term(
            label="chương trình", scheme="govnews:agreement-kind", code="cooperation_program"
        ),
        parties=(
            Party(name="tỉnh Bến Nước", organization="#organization-2"),
            Party(
                name="Trường Đại học Sông Xanh",
                signatories=(Person(honorific="TS.", name="Lê Thị Mai", post="Hiệu trưởng"),),
            ),
        ),
        signed=PartialDate.parse("2024-05-12"),
        period=Period.parse("2024/2030"),
        fields=(Term(label="trồng rừng"), Term(label="giữ nước")),
        field_count=2,
        objectives=("phủ xanh đồi trọc",),
        projects=(
            Project(
                title="vườn ươm",
                stage=ProjectStage.PAST,
                count=4,
                count_text="4",
                funders=(Participant(name="Quỹ Cây Xanh"),),
            ),
        ),
    )


def _organizations() -> tuple[Organization, ...]:
    return (
        Organization(
            id="#organization-1",
            name="Sở Nông nghiệp Bến Nước",
            other_names=(Name(text="Sở NN Bến Nước"),),
            parent="#organization-2",
            contacts=(
                ContactPoint(kind=ContactKind.PHONE, text="0299 3 555 123", value="+842993555123"),
                ContactPoint(kind=ContactKind.EMAIL, text="so@bennuoc.example"),
            ),
            addresses=(
                Address(
                    text="Số 4, đường Bờ Sông, phường Một, tỉnh Bến Nước",
                    lines=("Số 4, đường Bờ Sông",),
                    units=(AdminUnit(name="phường Một", level="commune"),),
                    country="VN",
                ),
            ),
            responsible=(
                Responsible(
                    role=Term(label="Chịu trách nhiệm"), person=Person(name="An", honorific="Ông")
                ),
            ),
            rights=Rights(notice="© 2023 Sở Nông nghiệp", year=2023),
        ),
        Organization(id="#organization-2", name="tỉnh Bến Nước", kind=Term(label="tỉnh")),
    )

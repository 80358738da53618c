"""The bundle that the golden pages are written from; people, places and numbers are invented."""

from __future__ import annotations

from govnews.model import (
    Address,
    Agreement,
    AgreementStatus,
    Article,
    Break,
    Bundle,
    Cell,
    ContactKind,
    ContactPoint,
    Figure,
    Heading,
    License,
    Link,
    ListBlock,
    Mark,
    Name,
    Organization,
    Paragraph,
    PartialDate,
    Participant,
    Party,
    PartyRole,
    Period,
    Person,
    Project,
    ProjectStage,
    Quote,
    Raw,
    Responsible,
    Rights,
    Table,
    Term,
    Text,
    Witness,
)

BODY = (
    Paragraph.of("HARLOW BAY, May 4, 2026 — The county and the college signed a plan.", "lead"),
    Heading.of("What the plan says", 1),
    Paragraph(
        content=(
            Text(text="Read "),
            Text(text="the plan (draft)", marks=(Mark.STRONG,), href="https://harlow.example/a_b"),
            Text(text="!"),
            Break(),
            Text(text="1. It costs < 5 * 10", marks=(Mark.EM,)),
            Text(text="6", marks=(Mark.SUP,)),
            Text(text=" & more.", href="javascript:alert(1)"),
        )
    ),
    ListBlock(
        items=(
            (Paragraph.of("# dunes"), ListBlock.of("sand", "+ grass", ordered=True)),
            (Paragraph.of("boats"),),
        )
    ),
    Quote(blocks=(Paragraph.of("> We start today."),), cite="https://harlow.example/q"),
    Table(
        rows=(
            (Cell.of("Year"), Cell.of("Trees | shrubs")),
            (Cell.of("2026"), Cell.of("1,200")),
            (Cell(content=(Text(text="all years"),), colspan=2),),
        ),
        header_rows=1,
        caption="Planting",
    ),
    Figure(src="https://harlow.example/p.png", alt="A pier", caption="The pier", credit="J. Moss"),
    Raw(format="html", text="<video src=x></video>"),
)

ENGLISH = Bundle(
    articles=(
        Article(
            id="#article-1",
            title="Harlow County & Tern College sign a *plan*",
            lang="en",
            subtitle="Ten years for the coast",
            dateline="HARLOW BAY, May 4, 2026",
            summary="A plan for the coast.\x1b[31m\nIt runs ten years.",
            credit="County press office",
            body=BODY,
            happened=PartialDate.parse("2026-05-04"),
            published=PartialDate.parse("2026-05-05T09:30-04:00"),
            publisher="#organization-1",
            agreements=("#agreement-1",),
            links=(Link(href="https://harlow.example/news/1", rel="canonical", title="This page"),),
        ),
    ),
    agreements=(
        Agreement(
            id="#agreement-1",
            title="Coast Plan",
            kind=Term(label="plan", scheme="govnews:agreement-kind", code="cooperation_plan"),
            number="HC-26/7",
            parties=(
                Party(
                    name="Harlow County",
                    organization="#organization-1",
                    signatories=(Person(honorific="Ms.", name="Ada Finch", post="Chair"),),
                ),
                Party(name="Tern College", signed=PartialDate.parse("--05-03")),
                Party(name="Gull Bank", role=PartyRole.GUARANTOR),
            ),
            witnesses=(Witness(office=Participant(name="Port Council")),),
            signed=PartialDate.parse("2026-05-04"),
            period=Period.parse("2026/2035/P10Y"),
            fields=(Term(label="dunes"), Term(label="boats")),
            field_count=2,
            objectives=("Keep the shore.",),
            projects=(
                Project(
                    title="surveys",
                    stage=ProjectStage.PAST,
                    count=7,
                    count_text="seven",
                    period=Period.parse("2019-03/2021-11"),
                ),
                Project(
                    title="Blue Line",
                    kind=Term(label="project"),
                    acronym="BL",
                    other_names=(Name(text="the Line"),),
                    funders=(Participant(name="Northern Fund"),),
                    partners=(Participant(name="Tern College"),),
                ),
            ),
            status=AgreementStatus.SIGNED,
        ),
    ),
    organizations=(
        Organization(
            id="#organization-1",
            name="Harlow County",
            parent="#organization-2",
            contacts=(
                ContactPoint(kind=ContactKind.PHONE, text="(202) 555-0143", value="+12025550143"),
                ContactPoint(kind=ContactKind.FAX, text="(202) 555-0144"),
                ContactPoint(
                    kind=ContactKind.EMAIL,
                    text="press@harlow.example",
                    value="press@harlow.example",
                ),
                ContactPoint(
                    kind=ContactKind.WEB,
                    text="harlow.example",
                    value="https://harlow.example",
                    label="Web page",
                ),
            ),
            addresses=(Address(text="1 Quay Street, Harlow Bay"),),
            responsible=(
                Responsible(
                    role=Term(label="Editor"), person=Person(name="Ira Lund", post="Clerk")
                ),
            ),
            license=License(text="License No. 12", number="12", issuer="State Press Board"),
            rights=Rights(notice="© 2025 Harlow County", year=2025, terms="Name the source."),
        ),
        Organization(id="#organization-2", name="State of Tern", kind=Term(label="state")),
    ),
)

VIETNAMESE = Bundle(
    articles=(
        Article(
            id="#article-1",
            title="Lễ ký kết giữa huyện Suối Mây và Trường Cao đẳng Rạch Sen",
            lang="vi",
            body=(
                Paragraph.of("Sáng 12/8, hai bên ký bản ghi nhớ."),
                Paragraph.of("Phòng KH&CN (tvan)", "credit"),
            ),
            credit="Phòng KH&CN (tvan)",
            happened=PartialDate.parse("--08-12"),
        ),
    ),
    agreements=(
        Agreement(
            id="#agreement-1",
            kind=Term(label="bản ghi nhớ"),
            parties=(Party(name="huyện Suối Mây"), Party(name="Trường Cao đẳng Rạch Sen")),
            signed=PartialDate.parse("---12"),
            period=Period.parse("/2029"),
            projects=(
                Project(title="lớp tập huấn", count_text="nhiều", stage=ProjectStage.PLANNED),
            ),
        ),
    ),
    organizations=(
        Organization(
            id="#organization-1",
            name="Phòng KH&CN",
            contacts=(ContactPoint(kind=ContactKind.PHONE, text="0299 3 555 124"),),
            addresses=(Address(text="Số 9, đường Bờ Kè"),),
        ),
    ),
)

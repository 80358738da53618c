"""The main job: one page in, typed facts out, each with the words that state it."""

from pathlib import Path

import pytest

import govnews
from govnews.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
HOA_SON = EXAMPLES / "hoa-son-signing.txt"
PORT_MERRIN = EXAMPLES / "port-merrin-memorandum.txt"

FACTS = {
    HOA_SON: {
        "$.articles[0].title": "Tỉnh Hòa Sơn và Trường Đại học Lam Giang ký thỏa thuận hợp tác phát triển du lịch giai đoạn 2024-2028",
        "$.articles[0].happened": "2024-09-17",
        "$.articles[0].published": "2024-09-18T14:30",
        "$.articles[0].place": "Nhà văn hóa Bến Xuân",
        "$.articles[0].authors[0].name": "Mai Chi",
        "$.agreements[0].kind.code": "cooperation_agreement",
        "$.agreements[0].parties[0].name": "UBND tỉnh Hòa Sơn",
        "$.agreements[0].parties[1].name": "Trường Đại học Lam Giang",
        "$.agreements[0].parties[1].signatories[0].name": "Đặng Quốc Khải",
        "$.agreements[0].witnesses[0].person.name": "Võ Anh Tuấn",
        "$.agreements[0].signed": "2024-09-17",
        "$.agreements[0].period": "2024/2028",
        "$.agreements[0].field_count": "6",
        "$.agreements[0].fields[5].label": "hỗ trợ thanh niên khởi nghiệp",
        "$.agreements[0].projects[0].count": "12",
        "$.agreements[0].projects[0].stage": "past",
        "$.agreements[0].projects[1].count_text": "nhiều",
        "$.agreements[0].projects[2].funders[0].name": "Quỹ Văn hóa Bắc Âu",
        "$.agreements[0].projects[3].acronym": "BCX",
        "$.organizations[0].contacts[0].value": "+842593555012",
        "$.organizations[0].contacts[1].kind": "fax",
        "$.organizations[0].addresses[0].units[0].name": "phường Bến Xuân",
        "$.organizations[0].responsible[0].person.post": "Giám đốc Sở Du lịch",
        "$.organizations[0].rights.year": "2021",
    },
    PORT_MERRIN: {
        "$.articles[0].title": "Port Merrin and Halden University Sign Memorandum of Understanding on Clean Water",
        "$.articles[0].happened": "2025-03-12",
        "$.agreements[0].kind.code": "mou",
        "$.agreements[0].parties[0].name": "City of Port Merrin",
        "$.agreements[0].parties[1].name": "Halden University",
        "$.agreements[0].signed": "2025-03-12",
        "$.agreements[0].fields[2].label": "wetland restoration",
        "$.agreements[0].projects[0].count": "14",
    },
}
ROWS = [(page, path, value) for page, facts in FACTS.items() for path, value in facts.items()]


@pytest.fixture(scope="module")
def bundles():
    """Each example page, read once."""
    return {page: govnews.read(page).bundle for page in FACTS}


@pytest.mark.parametrize(("page", "path", "value"), ROWS)
def test_a_stated_fact_is_read(bundles, page, path, value):
    """What the page states is in the bundle, in its place and typed."""
    assert value == str(govnews.Path.parse(path).resolve(bundles[page]))


@pytest.mark.parametrize("page", FACTS, ids=lambda page: page.stem)
def test_every_evidence_verifies(bundles, page):
    """The span of each fact holds its exact words, and its path leads to the value."""
    assert () == bundles[page].verify()
    assert len(list(bundles[page].facts())) > 30


def test_what_is_not_stated_stays_absent(bundles):
    """No publication date, number or status is made up where the page says none."""
    english = bundles[PORT_MERRIN]
    assert english.article.published is None
    vietnamese = bundles[HOA_SON].agreements[0]
    assert (None, "unknown") == (vietnamese.number, vietnamese.status)


@pytest.mark.parametrize("page", FACTS, ids=lambda page: page.stem)
def test_the_body_is_verbatim(bundles, page):
    """Every paragraph stands in the page as it is."""
    text = page.read_text("utf-8")
    assert all(line in text for line in bundles[page].article.text.split("\n"))


@pytest.mark.parametrize("page", FACTS, ids=lambda page: page.stem)
def test_the_command_converts_a_page(tmp_path, page):
    """To JSON and JSON Lines and back it is the same bundle; to text and Markdown it has the story."""
    for extension in ("json", "jsonl", "txt", "md"):
        assert 0 == main(["convert", str(page), "-o", str(tmp_path / f"page.{extension}")])
    one, other = (govnews.load(tmp_path / f"page.{end}") for end in ("json", "jsonl"))
    assert one == other
    for extension in ("txt", "md"):
        assert one.article.title in (tmp_path / f"page.{extension}").read_text("utf-8")

"""What the words of a page must not be taken for."""

import pytest

from govnews.extraction import enrich
from govnews.limits import Limits
from govnews.model import AgreementStatus, Article, Bundle, Paragraph, PartialDate
from govnews.testing import read_text
from govnews_vi import VIETNAMESE
from govnews_vi.pack import PACK


def read(text, **options):
    """Read a text; return the bundle and the issues."""
    reading = read_text(text, VIETNAMESE, **options)
    return reading.bundle, reading.issues


SIGNED = "Ngày 5/9/2021, Sở Du lịch và Công ty Sao Bắc đã ký kết thỏa thuận hợp tác"


def agreement(text):
    """Return the only agreement of a text."""
    bundle, _ = read(text)
    assert 1 == len(bundle.agreements)
    return bundle.agreements[0]


def parties(text):
    """Return the names of its parties."""
    return [party.name for party in agreement(text).parties]


def test_a_term_of_office_is_no_period_of_an_agreement():
    """The years of a term of office stand in the same sentence and stay there."""
    text = f"{SIGNED} về quảng bá, theo nghị quyết đại hội nhiệm kỳ 2020-2025."
    assert agreement(text).period is None


def test_the_period_of_the_previous_agreement_is_not_this_ones():
    """A period belongs to the nearest paper, not to the story."""
    text = (
        "Tiếp nối kết quả đạt được từ Thỏa thuận hợp tác giai đoạn 2014 - 2020, ngày 5/9/2021, Sở Du lịch và "
        "Công ty Sao Bắc đã ký kết thỏa thuận hợp tác giai đoạn 2021-2026."
    )
    assert "2021/2026" == str(agreement(text).period)


def test_a_witness_is_no_party():
    """Who saw the signing stands apart from who signed."""
    read_ = agreement(f"{SIGNED} dưới sự chứng kiến của bà Cao Thị Én, Phó Chủ tịch UBND tỉnh.")
    assert ["Sở Du lịch", "Công ty Sao Bắc"] == [party.name for party in read_.parties]
    assert ["Cao Thị Én"] == [one.person.name for one in read_.witnesses]


def test_a_territory_is_a_party_as_it_is_named():
    """A city is not turned into its People's Committee."""
    text = "Sáng 5/9, thành phố Bến Nước và tỉnh Lam Giang đã ký kết chương trình hợp tác."
    assert ["thành phố Bến Nước", "tỉnh Lam Giang"] == parties(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sở Khoa học và Công nghệ và Sở Thông tin và Truyền thông ký kết quy chế phối hợp.",
            ["Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông"],
        ),
        (
            "Lễ ký kết bản ghi nhớ giữa Bộ Văn hóa, Thể thao và Du lịch với Bộ Giáo dục và Đào tạo.",
            ["Bộ Văn hóa, Thể thao và Du lịch", "Bộ Giáo dục và Đào tạo"],
        ),
        (
            "Lễ ký kết bản ghi nhớ giữa Viện Hải dương học và Vietsea.",
            ["Viện Hải dương học", "Vietsea"],
        ),
    ],
)
def test_a_joining_word_may_stand_inside_a_name(text, expected):
    """Names are split only before another name."""
    assert expected == parties(text)


def test_a_person_begins_where_the_post_ends():
    """A family name ends the office's name; behind its head it may be part of it."""
    signed = agreement(
        "Hiệu trưởng Trường THPT Lê Quý Đôn Nguyễn Văn Ấn và Bộ trưởng Bộ Công Thương Trần Hữu Phước đã ký "
        "thỏa thuận hợp tác."
    )
    assert ["Trường THPT Lê Quý Đôn", "Bộ Công Thương"] == [one.name for one in signed.parties]
    people = [one.signatories[0] for one in signed.parties]
    assert ["Nguyễn Văn Ấn", "Trần Hữu Phước"] == [person.name for person in people]


def test_two_spellings_of_a_tone_are_one_organization():
    """Old and new placement of tones name one office."""
    bundle, _ = read(
        "Ủy ban nhân dân tỉnh Hòa Sơn và Công ty Sao Bắc ký kết bản ghi nhớ.\n"
        "Uỷ ban nhân dân tỉnh Hoà Sơn và Công ty Sao Bắc đã ký kết bản ghi nhớ hợp tác."
    )
    assert 2 == len(bundle.organizations)


def test_a_short_form_of_an_office_is_the_same_office():
    """UBND and its long form are one, and so is a short form declared in brackets."""
    bundle, _ = read(
        "UBND tỉnh Hòa Sơn và Tập đoàn Sao Bắc (SBG) đã ký kết thỏa thuận hợp tác. Theo đó, SBG và "
        "Ủy ban nhân dân tỉnh Hòa Sơn ký kết thỏa thuận hợp tác chiến lược."
    )
    assert 2 == len(bundle.organizations)


def test_what_is_planned_says_so():
    """A signing that is to come is no signing: there is no day of it."""
    text = "Dự kiến ngày 20/9/2021, Sở Du lịch sẽ ký kết thỏa thuận hợp tác với Công ty Sao Bắc."
    planned = agreement(text)
    assert AgreementStatus.PLANNED == planned.status
    assert planned.signed is None


def test_a_paper_recalled_by_name_is_none():
    """An earlier paper without its own signing clause is no agreement of this story."""
    bundle, _ = read("Trước đó, năm 2019, hai bên đã ký biên bản ghi nhớ về đào tạo.")
    assert () == bundle.agreements


def test_the_day_of_the_event_is_no_publication_date():
    """What is not stated stays absent."""
    bundle, _ = read(f"{SIGNED}.")
    assert bundle.article.published is None
    assert "2021-09-05" == str(bundle.article.happened)


def test_a_year_comes_from_the_publication_date_and_says_so():
    """A day without its year takes it from the stated date of publication, marked."""
    bundle, _ = read(f"Ký kết thỏa thuận\n04/01/2022\n{SIGNED.replace('/2021', '')}.")
    fact = next(one for one in bundle.facts() if one.path == "$.articles[0].happened")
    assert PartialDate.parse("2021-09-05") == fact.value
    assert fact.evidence.inferred
    assert "2022-01-04" in fact.evidence.ground


def test_a_stated_count_that_disagrees_is_an_issue():
    """Three fields are stated and two are named: both stay, and the doubt is noted."""
    bundle, issues = read(f"{SIGNED}.\nHai bên hợp tác trên 3 lĩnh vực: du lịch biển; làng nghề.")
    assert 3 == bundle.agreements[0].field_count
    assert 2 == len(bundle.agreements[0].fields)
    assert ["extract.field-count"] == [issue.code for issue in issues]


def test_the_dates_of_related_stories_are_not_this_ones():
    """Titles under "Tin liên quan" belong to other stories."""
    bundle, _ = read(f"Ký kết thỏa thuận\n{SIGNED}.\n\nTin liên quan\nKhai mạc lễ hội (1/1/2020)")
    assert "2021-09-05" == str(bundle.article.happened)
    assert 1 == len(bundle.article.body)


def test_a_license_number_is_no_telephone():
    """Labels decide what a number is."""
    bundle, _ = read(
        "Bản quyền © 2019 Sở Du lịch tỉnh Lam Giang\nGiấy phép: số 0218385544/GP-STTTT\n"
        "Điện thoại: 0218 3855 445"
    )
    office = bundle.organizations[0]
    assert ["0218 3855 445"] == [contact.text for contact in office.contacts]
    assert 2019 == office.rights.year


def test_a_text_in_no_known_language_is_an_article_alone():
    """Without a pack the paragraphs stand verbatim, and an issue says why there is no more."""
    bundle, issues = read("ქართული ტექსტი.\nმეორე აბზაცი.")
    assert ["ქართული ტექსტი.", "მეორე აბზაცი."] == [block.text for block in bundle.article.body]
    assert ["extract.no-pack"] == [issue.code for issue in issues]


def test_enriching_twice_is_enriching_once():
    """Facts are added where nothing is stated, and only once."""
    story = Article(
        id="urn:example:1", title="Ký kết", body=(Paragraph.of(f"{SIGNED}."),), place="Bến Nước"
    )
    once = enrich(Bundle(articles=(story,)), (PACK,), note=print, limits=Limits())
    assert "Bến Nước" == once.article.place
    assert ("#agreement-1",) == once.article.agreements
    assert () == once.verify()
    assert once == enrich(once, (PACK,), note=print, limits=Limits())
    assert once == enrich(once, (PACK,), refresh=True, note=print, limits=Limits())


@pytest.mark.parametrize(
    "text",
    [
        (
            "Trong tháng 5/2024, Sở đã triển khai Chương trình phối hợp giữa Sở Du lịch và Sở Giáo dục giai "
            "đoạn 2022-2026; ký cam kết an toàn với 20 trường."
        ),
        (
            "Ngày 30/4, cầu Bến Nước được khánh thành. Công trình khởi công ngày 2/9/2021 theo hợp đồng giữa "
            "Ban Quản lý dự án Sông Lam và Tổng công ty Sao Bắc."
        ),
    ],
)
def test_a_paper_that_is_carried_out_is_not_signed(text):
    """A paper that is only carried out or recalled is none that the story tells of."""
    bundle, _ = read(text)
    assert () == bundle.agreements

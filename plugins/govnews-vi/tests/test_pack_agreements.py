"""Who signs, as stories put it: posts and names apart, rows of people, nations, seats and rooms."""

import pytest

from govnews.testing import read_text
from govnews_vi import VIETNAMESE


def read(text, **options):
    """Read a text; return the bundle and the issues."""
    reading = read_text(text, VIETNAMESE, **options)
    return reading.bundle, reading.issues


LEAD = (
    "Ngày 5/9/2021, Sở Du lịch tỉnh Lam Giang và Hội Nông dân tỉnh Lam Giang đã ký kết "
    "chương trình phối hợp giai đoạn 2021-2026."
)


def agreement(text):
    """Return the only agreement of a text."""
    bundle, _ = read(text)
    assert 1 == len(bundle.agreements)
    return bundle.agreements[0]


def parties(text):
    """Return the names of its parties."""
    return [party.name for party in agreement(text).parties]


def signers(text):
    """Return the names and posts of those who signed the only agreement."""
    paper = agreement(text)
    people = [*paper.signatories, *(one for party in paper.parties for one in party.signatories)]
    return {(one.name, one.post) for one in people}


def fields(text):
    """Return its fields of cooperation."""
    return [field.label for field in agreement(text).fields]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Bộ trưởng Nông nghiệp Cù Văn Lâm và Bộ trưởng Tư pháp Đào Thị Mơ đã ký kết Chương trình phối hợp.",
            {("Cù Văn Lâm", "Bộ trưởng Nông nghiệp"), ("Đào Thị Mơ", "Bộ trưởng Tư pháp")},
        ),
        (
            (
                "Ông Cù Văn Lâm, Phó Giám đốc phụ trách Sở Du lịch và bà Đào Thị Mơ, Phó Chủ tịch thường trực "
                "Hội Nông dân tỉnh đã ký kết chương trình phối hợp."
            ),
            {
                ("Cù Văn Lâm", "Phó Giám đốc phụ trách Sở Du lịch"),
                ("Đào Thị Mơ", "Phó Chủ tịch thường trực Hội Nông dân tỉnh"),
            },
        ),
        (
            (
                "Các đồng chí: Cù Văn Lâm, Giám đốc Sở Du lịch; Đào Thị Mơ, Chủ tịch Hội Nông dân tỉnh "
                "đồng chủ trì và ký kết chương trình phối hợp."
            ),
            {
                ("Cù Văn Lâm", "Giám đốc Sở Du lịch"),
                ("Đào Thị Mơ", "Chủ tịch Hội Nông dân tỉnh"),
            },
        ),
        (
            (
                "Thay mặt Sở Du lịch, Phó Giám đốc Cù Văn Lâm và thay mặt Hội Nông dân tỉnh, Chủ tịch Đào Thị Mơ "
                "đã ký chương trình phối hợp."
            ),
            {("Cù Văn Lâm", "Phó Giám đốc"), ("Đào Thị Mơ", "Chủ tịch")},
        ),
    ],
)
def test_a_row_of_people_before_the_verb_signs(sentence, expected):
    """Each of a row signs, wherever the post stands and whatever divides the row."""
    assert expected == signers(f"{LEAD}\n\n{sentence}")


def test_posts_that_sign_take_the_names_told_before():
    """A post alone signs; who holds it stood in another paragraph."""
    text = (
        f"{LEAD}\n\nÔng Cù Văn Lâm, Giám đốc Sở Du lịch và bà Đào Thị Mơ, Chủ tịch Hội Nông dân tỉnh "
        "dự buổi lễ.\n\nTại đây, Giám đốc Sở Du lịch và Chủ tịch Hội Nông dân tỉnh đã ký kết chương "
        "trình phối hợp."
    )
    assert {
        ("Cù Văn Lâm", "Giám đốc Sở Du lịch"),
        ("Đào Thị Mơ", "Chủ tịch Hội Nông dân tỉnh"),
    } == signers(text)


def test_names_that_sign_take_the_posts_told_before():
    """Two people sign by name; their posts stood where they were introduced."""
    text = (
        f"{LEAD}\n\nDự lễ có ông Cù Văn Lâm - Giám đốc Sở Du lịch; bà Đào Thị Mơ - Chủ tịch Hội Nông dân "
        "tỉnh.\n\nÔng Cù Văn Lâm và bà Đào Thị Mơ đã thay mặt hai đơn vị ký kết chương trình phối hợp."
    )
    assert {
        ("Cù Văn Lâm", "Giám đốc Sở Du lịch"),
        ("Đào Thị Mơ", "Chủ tịch Hội Nông dân tỉnh"),
    } == signers(text)


def test_a_post_held_by_two_people_takes_no_name():
    """Where two people hold the post, nobody is chosen."""
    text = (
        f"{LEAD}\n\nDự lễ có ông Cù Văn Lâm - Phó Giám đốc Sở Du lịch và bà Đào Thị Mơ - Phó Giám đốc Sở "
        "Du lịch.\n\nTại đây, Phó Giám đốc Sở Du lịch và Chủ tịch Hội Nông dân tỉnh đã ký kết chương "
        "trình phối hợp."
    )
    assert (None, "Phó Giám đốc Sở Du lịch") in signers(text)


def test_a_name_behind_a_bare_unit_is_a_persons():
    """Surname and middle name tell a person from a city."""
    text = (
        f"{LEAD}\n\nPhó Chủ tịch UBND thành phố Cù Văn Lâm và Đại sứ Hoa Kỳ tại Việt Nam Mary Stone đã ký "
        "kết chương trình phối hợp."
    )
    assert {
        ("Cù Văn Lâm", "Phó Chủ tịch UBND thành phố"),
        ("Mary Stone", "Đại sứ Hoa Kỳ tại Việt Nam"),
    } == signers(text)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            "Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam và Chính phủ Sorana",
            ["Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Chính phủ Sorana"],
        ),
        (
            "Bộ Y tế Việt Nam và Bộ Thủy sản, Lâm nghiệp và Công nghiệp xanh Sorana",
            ["Bộ Y tế Việt Nam", "Bộ Thủy sản, Lâm nghiệp và Công nghiệp xanh Sorana"],
        ),
        (
            "Sở Du lịch tỉnh Lam Giang và Đại sứ quán Sorana tại Việt Nam",
            ["Sở Du lịch tỉnh Lam Giang", "Đại sứ quán Sorana tại Việt Nam"],
        ),
        (
            "Viện Hải sản - Bộ Thủy sản và Sở Du lịch tỉnh Lam Giang",
            ["Viện Hải sản - Bộ Thủy sản", "Sở Du lịch tỉnh Lam Giang"],
        ),
    ],
)
def test_long_names_of_parties_are_whole(names, expected):
    """Nations, trades with small words, seats and the bodies offices belong to stay in the name."""
    assert expected == parties(
        f"Ngày 5/9/2021, đã ký kết Hiệp định giữa {names} giai đoạn 2022-2025."
    )


@pytest.mark.parametrize(
    "place", ["Hội trường số 3", "Phòng họp khu A", "Phòng Hội thảo B2", "Văn phòng Chính phủ"]
)
def test_rooms_keep_their_numbers(place):
    """The number or the letter of a hall belongs to its name."""
    text = LEAD.replace("2021, Sở", f"2021, tại {place}, Sở")
    assert place == agreement(text).place


def test_the_paper_of_a_headline_is_that_of_the_lead():
    """A headline that names one side in another way announces the paper of the lead."""
    text = f"Sở Du lịch và nông dân Lam Giang ký kết chương trình phối hợp\n\n{LEAD}"
    assert ["Sở Du lịch tỉnh Lam Giang", "Hội Nông dân tỉnh Lam Giang"] == parties(text)


def test_what_a_contract_is_for_is_its_name():
    """The word for a contract is no title; with what the contract is for it is."""
    text = "Ngày 5/9/2021, Sở Du lịch và Công ty Sao Bắc đã ký kết hợp đồng vận hành bến thuyền."
    assert "hợp đồng vận hành bến thuyền" == agreement(text).title


def test_the_length_of_a_listed_paper_is_no_part_of_its_name():
    """Its length and its worth follow the name behind a comma."""
    text = (
        "Ngày 5/9/2021, Sở Du lịch đã ký kết các văn bản:\n\n- Hợp đồng vận hành bến thuyền giữa Sở Du lịch "
        "và Công ty Sao Bắc, thời hạn 02 năm."
    )
    paper = agreement(text)
    assert "Hợp đồng vận hành bến thuyền giữa Sở Du lịch và Công ty Sao Bắc" == paper.title
    assert "P2Y" == paper.period.duration


def test_a_later_sentence_says_how_long_the_paper_holds():
    """The only paper of a story is meant by its first words."""
    text = LEAD.replace(" giai đoạn 2021-2026", "") + "\n\nChương trình có hiệu lực trong 5 năm."
    assert "P5Y" == agreement(text).period.duration


@pytest.mark.parametrize(
    "said",
    [
        "Nội dung phối hợp gồm: đường thủy; ẩm thực; trao đổi thông tin.",
        "Hai bên tập trung vào các nội dung: đường thủy; ẩm thực; trao đổi thông tin.",
        "Nội dung phối hợp gồm đường thủy; ẩm thực; trao đổi thông tin.",
        "Hai bên phối hợp thực hiện các nội dung: (1) đường thủy; (2) ẩm thực; (3) trao đổi thông tin.",
    ],
)
def test_lists_of_contents_are_fields(said):
    """A list behind "nội dung" or "tập trung vào" names the fields, one action among them or not."""
    assert ["đường thủy", "ẩm thực", "trao đổi thông tin"] == fields(f"{LEAD}\n\n{said}")


def test_a_list_of_actions_alone_is_none_of_fields():
    """What the sides will do together is no field."""
    said = "Nội dung phối hợp gồm: hỗ trợ hội viên; tổ chức hội chợ; tăng cường trao đổi."
    assert [] == fields(f"{LEAD}\n\n{said}")


def test_party_ranks_before_a_post_name_no_party():
    """Of several posts the last one says whom a person signs for; it makes no second paper."""
    text = (
        f"{LEAD}\n\nÔng Cù Văn Lâm, Tỉnh ủy viên, Giám đốc Sở Du lịch và bà Đào Thị Mơ, Ủy viên Ban Chấp "
        "hành Đảng bộ tỉnh, Chủ tịch Hội Nông dân tỉnh ký kết chương trình phối hợp."
    )
    assert ["Sở Du lịch tỉnh Lam Giang", "Hội Nông dân tỉnh Lam Giang"] == parties(text)
    assert {"Cù Văn Lâm", "Đào Thị Mơ"} == {name for name, _ in signers(text)}

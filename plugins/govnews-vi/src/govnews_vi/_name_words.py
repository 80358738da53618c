"""Words of the names of offices, territories, places and people."""

from __future__ import annotations

from typing import Final

from govnews.extraction import Names, People

HEADS: Final[dict[str, str | None]] = {
    # The state
    "chính phủ": "government",
    "quốc hội": None,
    "văn phòng chính phủ": "agency",
    "bộ": "ministry",
    "bộ tư lệnh": None,
    "sở": "department",
    "ban": "committee",
    "ban quản lý": "agency",
    "bql": "agency",
    "ban chỉ đạo": "committee",
    "cục": "agency",
    "tổng cục": "agency",
    "chi cục": "agency",
    "vụ": "department",
    "phòng": "department",
    "ủy ban": "committee",
    "ủy ban nhân dân": "committee",
    "ubnd": "committee",
    "hđnd": "council",
    "hội đồng nhân dân": "council",
    "hội đồng": "council",
    "văn phòng": "agency",
    "thanh tra": "agency",
    "kho bạc nhà nước": "agency",
    "bảo hiểm xã hội": "agency",
    "bhxh": "agency",
    "công an": "agency",
    "bộ chỉ huy": "agency",
    "bộ đội biên phòng": "agency",
    "quân khu": "agency",
    "hải quan": "agency",
    "cảnh sát": "agency",
    "viện kiểm sát": "court",
    "viện kiểm sát nhân dân": "court",
    "viện ksnd": "court",
    "vksnd": "court",
    "tòa án": "court",
    "tòa án nhân dân": "court",
    "tand": "court",
    "kiểm toán nhà nước": "agency",
    "đại sứ quán": "agency",
    "tổng lãnh sự quán": "agency",
    "lãnh sự quán": "agency",
    # Parties and unions
    "đảng ủy": "party",
    "tỉnh ủy": "party",
    "thành ủy": "party",
    "huyện ủy": "party",
    "quận ủy": "party",
    "thị ủy": "party",
    "ban tuyên giáo": "party",
    "ban thường vụ": "party",
    "mặt trận tổ quốc": "association",
    "ủy ban mặt trận tổ quốc": "association",
    "ủy ban mttq": "association",
    "mttq": "association",
    "hội": "association",
    "hội liên hiệp": "association",
    "hiệp hội": "association",
    "liên hiệp": "association",
    "liên hiệp hội": "association",
    "liên đoàn": "association",
    "liên minh": "association",
    "đoàn thanh niên": "association",
    "đoàn tncs": "association",
    "tỉnh đoàn": "association",
    "thành đoàn": "association",
    "huyện đoàn": "association",
    "trung ương đoàn": "association",
    "công đoàn": "association",
    "câu lạc bộ": "association",
    # Learning
    "đại học": "university",
    "trường đại học": "university",
    "trường đh": "university",
    "đh": "university",
    "đhqg": "university",
    "học viện": "university",
    "trường cao đẳng": "school",
    "trường cđ": "school",
    "cao đẳng": "school",
    "phân hiệu": "university",
    "trường": "school",
    "trường thpt": "school",
    "trường thcs": "school",
    "trường tiểu học": "school",
    "trường mầm non": "school",
    "trường trung cấp": "school",
    "trường chính trị": "school",
    "khoa": None,
    "viện": "institute",
    "viện nghiên cứu": "institute",
    "viện hàn lâm": "institute",
    "trung tâm": "institute",
    "phân viện": "institute",
    "thư viện": "institute",
    "bảo tàng": "institute",
    "trạm": None,
    "vườn quốc gia": "agency",
    "khu bảo tồn": "agency",
    "bệnh viện": "hospital",
    "trung tâm y tế": "hospital",
    # Economy
    "công ty": "company",
    "công ty cổ phần": "company",
    "công ty cp": "company",
    "công ty tnhh": "company",
    "công ty trách nhiệm hữu hạn": "company",
    "tổng công ty": "company",
    "tập đoàn": "company",
    "doanh nghiệp": "company",
    "doanh nghiệp tư nhân": "company",
    "hợp tác xã": "company",
    "htx": "company",
    "liên hiệp hợp tác xã": "company",
    "hãng": "company",
    "hãng hàng không": "company",
    "nhà máy": "company",
    "ngân hàng": "bank",
    "ngân hàng nhà nước": "bank",
    "ngân hàng tmcp": "bank",
    "quỹ": "fund",
    "quỹ đầu tư": "fund",
    "tổ chức": "international",
    "cơ quan hợp tác": "international",
    "cơ quan": None,
    # Media
    "báo": "media",
    "đài": "media",
    "đài phát thanh": "media",
    "đài truyền hình": "media",
    "đài pt-th": "media",
    "đài phát thanh và truyền hình": "media",
    "tạp chí": "media",
    "thông tấn xã": "media",
    "nhà xuất bản": "media",
    "cổng ttđt": "media",
}

TERRITORIES: Final = {
    "tỉnh": "province",
    "thành phố": "city",
    "tp": "city",
    "tp.": "city",
    "t.p": "city",
    "quận": "district",
    "q.": "district",
    "huyện": "district",
    "thị xã": "district",
    "tx.": "district",
    "tx": "district",
    "phường": "commune",
    "p.": "commune",
    "xã": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "thủ đô": "city",
    "nước": "country",
    "cộng hòa": "country",
    "vương quốc": "country",
    "bang": "state",
}

# Words that stand inside names in lower case; most are the second half of a word whose first
# letter alone is capital ("Khoa học").
LOWER: Final = tuple(
    """
    khoa học|công nghệ|kỹ thuật|kĩ thuật|nông nghiệp|phát triển|nông thôn|tài nguyên|môi trường|
    văn hóa|thể thao|du lịch|thông tin|truyền thông|lao động|thương binh|xã hội|giáo dục|đào tạo|
    y tế|giao thông|vận tải|giao thông vận tải|xây dựng|công thương|công nghiệp|thương mại|nội vụ|
    tư pháp|ngoại vụ|ngoại giao|dân tộc|tôn giáo|nhân dân|kinh tế|quốc tế|quốc gia|kế hoạch|đầu tư|
    tài chính|ngân hàng|chính sách|quản lý|quản trị|kinh doanh|quy hoạch|kiến trúc|đô thị|
    khu công nghiệp|khu kinh tế|khu công nghệ cao|khu chế xuất|các khu|công nghệ cao|công nghệ thông tin|
    cổ phần|tnhh|trách nhiệm hữu hạn|một thành viên|mtv|xuất nhập khẩu|dịch vụ|sản xuất|phần mềm|
    viễn thông|bưu chính|bưu chính viễn thông|điện lực|điện tử|hàng không|dầu khí|thủy sản|lâm nghiệp|kiểm lâm|
    chăn nuôi|thú y|trồng trọt|bảo vệ thực vật|khuyến nông|thủy lợi|đê điều|phòng chống thiên tai|
    phòng, chống thiên tai|khí tượng|thủy văn|địa chất|khoáng sản|đất đai|biển|hải đảo|hàng hải|đường bộ|
    nghiên cứu|ứng dụng|chuyển giao|đổi mới|sáng tạo|đổi mới sáng tạo|khởi nghiệp|sở hữu trí tuệ|
    tiêu chuẩn|đo lường|chất lượng|tiêu chuẩn đo lường chất lượng|tiến bộ|thử nghiệm|kiểm định|kiểm nghiệm|
    phân tích|tư vấn|hỗ trợ|xúc tiến|thống kê|lưu trữ|thư viện|bảo tàng|nghệ thuật|mỹ thuật|âm nhạc|
    sân khấu|điện ảnh|ngôn ngữ|ngoại ngữ|sư phạm|nhân văn|tự nhiên|luật|hành chính|chính trị|
    quốc phòng|an ninh|quân sự|biên phòng|cảnh sát|phòng cháy chữa cháy|cứu nạn|cứu hộ|dân quân|
    phụ nữ|nông dân|thanh niên|cựu chiến binh|người cao tuổi|sinh viên|trẻ em|chữ thập đỏ|khuyến học|
    văn học|nhà báo|doanh nhân|doanh nghiệp|doanh nghiệp nhỏ và vừa|hợp tác xã|hợp tác|hữu nghị|
    việt nam|trung ương|tối cao|nhà nước|chính phủ|cấp cao|hạt nhân|năng lượng|năng lượng nguyên tử|
    sinh học|hóa học|vật lý|toán học|y học|y dược|dược|dược phẩm|y tế công cộng|phòng chống|kiểm soát|
    bệnh tật|kiểm soát bệnh tật|an toàn|thực phẩm|vệ sinh|an toàn thực phẩm|đa khoa|chuyên khoa|sản nhi|mắt|
    nhi|phụ sản|lao|phổi|tâm thần|phục hồi chức năng|y học cổ truyền|cổ truyền|huyết học|truyền máu|
    việc làm|dạy nghề|nghề|hướng nghiệp|thường xuyên|dân số|gia đình|bảo hiểm|thuế|hải quan|kho bạc|
    phát thanh|truyền hình|báo chí|xuất bản|in|đối ngoại|tuyên giáo|dân vận|tổ chức|kiểm tra|nội chính|
    vùng|miền|miền nam|miền bắc|miền trung|miền núi|tây nguyên|tây nam bộ|khu vực|đồng bằng|sông cửu long|
    trí tuệ nhân tạo|chuyển đổi số|dữ liệu|số|bán dẫn|vi mạch|viễn thám|vũ trụ|cơ khí|luyện kim|hóa chất|dệt may|
    may mặc|giống|cây trồng|vật nuôi|cây ăn quả|lúa|rau quả|chè|cà phê|cao su|mía đường|thổ nhưỡng|phân bón|
    lương thực|nước sạch|cấp nước|thoát nước|cây xanh|nhà ở|bất động sản|hạ tầng|kết cấu|cảng|đường sắt|
    đường thủy|nội địa|logistics|kho vận|tín dụng|đầu tư phát triển|ngoại thương|công thương|quân đội|
    sài gòn|chi nhánh|liên hiệp|liên đoàn|hội|các hội|tỉnh ủy|cán sự đảng|bộ|bảo vệ|rừng|phòng hộ|đặc dụng|
    cao đẳng|đại học|dự bị|nội trú|dân tộc nội trú|chuyên|quốc học|bồi dưỡng|cán bộ|học viện|trọng điểm|
    phát triển nông thôn|nông nghiệp và phát triển nông thôn|thương binh và xã hội|thủ công|mỹ nghệ|làng nghề|
    hàng tiêu dùng|siêu thị|bán lẻ|quảng cáo|triển lãm|hội chợ|sự kiện|giải trí|thi đấu|bóng đá|
    thi đua|khen thưởng|cơ yếu|mật mã|tôn giáo|dân chủ|pháp luật|hình sự|trợ giúp pháp lý|đấu giá|công chứng|
    tổng hợp|hành chính công|phục vụ|một cửa|điều hành|thông minh|giám sát|quan trắc|đo đạc|bản đồ|
    nhiệt đới|nông hóa|bảo tồn|di sản|di tích|khảo cổ|hán nôm|dân gian|văn nghệ|nhiếp ảnh|kiều bào|
    hậu cần|trang bị|tăng thiết giáp|không quân|hải quân|phòng không|thông tin liên lạc|công binh
    """.replace("\n", "").split("|")
)

STOPS: Final = tuple(
    """
    đã|sẽ|đang|vừa|mới|được|bị|có|là|tại|ở|về|trong|ngoài|trên|dưới|với|cùng|cùng với|của|do|cho|để|nhằm|theo|
    từ|đến|tới|khi|sau|trước|vào|ra|này|đó|trên đây|nói trên|nêu trên|trên địa bàn|như|bằng|qua|thông qua|
    tổ chức|phối hợp|phối hợp với|chủ trì|tham dự|tham gia|đại diện|thay mặt|cho biết|cho rằng|phát biểu|khẳng định|
    nhấn mạnh|đánh giá|đề nghị|chúc mừng|cam kết|thống nhất|triển khai|thực hiện|xây dựng kế hoạch|ban hành|giao|
    yêu cầu|thông báo|tiếp tục|bàn giao|tiếp nhận|trao|trao đổi|gặp mặt|làm việc|tiến hành|diễn ra|chính thức|
    long trọng|giai đoạn|năm|năm học|ngày|tháng|sáng|chiều|tối|quý|nhiệm kỳ|trước sự|dưới sự|cũng|đều|còn|không|chưa|
    sự|việc|buổi|lễ|hội nghị|hội thảo|hội đàm|cuộc|bên|hai bên|các bên|hướng đến|hướng tới|gồm|bao gồm|gắn với|
    nhân dịp|nhân|mỗi|mọi|những|nhiều|nhất là|đặc biệt|đồng thời|trong đó|trực thuộc|thuộc|làm|nơi|vì|nên|mà|thì|
    hỗ trợ nông dân|khen thưởng|tặng|mua|bán|cung cấp|tài trợ|đầu tư xây dựng|góp phần|tăng cường|đẩy mạnh|nâng cao|mở rộng|
    chứng kiến|ký|ký kết|hợp tác|hợp tác với|phụ trách|chịu trách nhiệm|quan tâm|mong muốn|hy vọng|họp|
    bày tỏ|hoàn thành|đạt|kết nghĩa|cấp ngày|cấp|ghi rõ|trao tặng|thăm|kiểm tra tại|hướng dẫn|phát động|khởi động|
    khánh thành|khởi công|ra mắt|công bố|giới thiệu|vận hành|xem xét|phê duyệt|quyết định|trình|kính mời|kính gửi|
    lần thứ|số|khẩn trương|chỉ đạo|báo cáo|tuyên truyền|vận động|lãnh đạo|đoàn công tác|đoàn|và lãnh đạo
    """.replace("\n", "").split("|")
)

NAMES: Final = Names(
    heads=HEADS,
    territories=TERRITORIES,
    territories_alone=("tỉnh", "thành phố", "huyện", "quận"),
    places=(
        "hội trường", "trụ sở", "trung tâm hội nghị", "khách sạn", "nhà văn hóa", "nhà khách", "phòng họp",
        "trung tâm văn hóa", "cung văn hóa", "nhà hát", "phủ chủ tịch", "trụ sở chính phủ", "khu du lịch",
        "sân vận động", "quảng trường", "bảo tàng", "thư viện", "khu di tích", "nhà truyền thống", "trung tâm hành chính",
        "trung tâm triển lãm", "cung hội nghị", "hội trường lớn", "nhà văn hóa thanh niên", "cơ sở", "nhà máy",
    ),
    inner=("và", "&", "các", "-"),
    lower=LOWER,
    stops=STOPS,
    articles=("các",),
    generic=(
        "hai bên", "2 bên", "các bên", "ba bên", "bốn bên", "hai đơn vị", "2 đơn vị", "hai cơ quan", "2 cơ quan",
        "hai nước", "hai ngành", "2 ngành", "hai địa phương", "hai tỉnh", "hai thành phố", "các đơn vị", "các cơ quan",
        "hai trường", "nhà trường", "hai chính phủ", "hai quốc gia", "hai bộ", "các đối tác", "đôi bên", "hai doanh nghiệp",
        "các doanh nghiệp", "doanh nghiệp hai nước", "hai tổ chức",
    ),
    abbreviations={
        "KH&CN": "khoa học công nghệ", "KHCN": "khoa học công nghệ", "KH-CN": "khoa học công nghệ",
        "TP": "thành phố", "TP.": "thành phố", "UBND": "ủy ban nhân dân", "HĐND": "hội đồng nhân dân",
        "NN&PTNT": "nông nghiệp phát triển nông thôn", "NNPTNT": "nông nghiệp phát triển nông thôn",
        "NN-PTNT": "nông nghiệp phát triển nông thôn", "PTNT": "phát triển nông thôn",
        "TT&TT": "thông tin truyền thông", "TTTT": "thông tin truyền thông", "TT-TT": "thông tin truyền thông",
        "TN&MT": "tài nguyên môi trường", "TNMT": "tài nguyên môi trường", "GD&ĐT": "giáo dục đào tạo", "GDĐT": "giáo dục đào tạo",
        "GD-ĐT": "giáo dục đào tạo",
        "KH&ĐT": "kế hoạch đầu tư", "VH,TT&DL": "văn hóa thể thao du lịch", "VHTTDL": "văn hóa thể thao du lịch",
        "VH-TT&DL": "văn hóa thể thao du lịch", "LĐ-TB&XH": "lao động thương binh xã hội", "LĐTBXH": "lao động thương binh xã hội",
        "LĐTB&XH": "lao động thương binh xã hội", "GTVT": "giao thông vận tải", "ĐH": "đại học", "CĐ": "cao đẳng", "BQL": "ban quản lý",
        "ĐHQG": "đại học quốc gia", "HCM": "hồ chí minh", "TPHCM": "thành phố hồ chí minh", "TP.HCM": "thành phố hồ chí minh",
        "VKSND": "viện kiểm sát nhân dân", "TAND": "tòa án nhân dân", "KSND": "kiểm sát nhân dân", "MTTQ": "mặt trận tổ quốc",
        "BHXH": "bảo hiểm xã hội", "HTX": "hợp tác xã", "LHPN": "liên hiệp phụ nữ", "ĐBSCL": "đồng bằng sông cửu long",
        "CNTT": "công nghệ thông tin", "TNCS": "thanh niên cộng sản", "ND": "nông dân", "NDVN": "nông dân việt nam", "VN": "việt nam",
    },
    portals=(
        "cổng thông tin điện tử", "trang thông tin điện tử", "trang tin điện tử", "cổng ttđt", "trang ttđt", "website",
        "trang tin", "cổng thông tin", "trang thông tin", "cổng giao tiếp điện tử", "báo điện tử", "trang thông tin điện tử tổng hợp",
    ),
    lead_words=("lãnh đạo", "đại diện", "đại diện lãnh đạo", "ban lãnh đạo", "ban giám đốc", "ban giám hiệu", "phía", "về phía", "bên", "thường trực"),
)

PEOPLE: Final = People(
    honorifics=(
        "ông", "bà", "ngài", "đồng chí", "đ/c", "đc", "chị", "anh", "nhà giáo", "bác sĩ", "bác sỹ", "luật sư", "kỹ sư", "tiến sĩ", "tiến sỹ",
        "thạc sĩ", "thạc sỹ", "giáo sư", "phó giáo sư", "ts", "ts.", "ths", "ths.", "pgs.ts.", "pgs.ts", "pgs. ts.", "pgs.", "pgs", "gs.ts.", "gs.ts", "gs. ts.",
        "gs.", "gs", "bs.", "bs", "ks.", "ks", "gs.tskh", "tskh", "tskh.", "pgs.tskh.", "bscki", "bsckii", "bscki.", "bsckii.", "ncs.", "ls.", "cn.",
        "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy",
        "thượng úy", "trung úy", "thiếu úy", "chuẩn đô đốc", "phó đô đốc", "ông bà", "gs-ts", "pgs-ts", "pgs,ts", "gs,ts",
        "ths.bs", "ts.bs", "ts.ls", "nsnd", "nsưt", "thầy", "cô", "hòa thượng", "thượng tọa", "linh mục",
    ),
    posts=tuple(
        f"{prefix}{post}"
        for prefix in ("", "phó ", "quyền ", "nguyên ", "nguyên phó ")
        for post in (
            "chủ tịch", "chủ tịch nước", "chủ tịch quốc hội", "bí thư", "bộ trưởng", "thứ trưởng", "giám đốc", "tổng giám đốc",
            "hiệu trưởng", "viện trưởng", "cục trưởng", "tổng cục trưởng", "chi cục trưởng", "vụ trưởng", "trưởng ban", "trưởng phòng",
            "chánh văn phòng", "chánh án", "chánh thanh tra", "tổng biên tập", "thủ tướng", "tổng bí thư", "bí thư thứ nhất",
            "viện trưởng viện kiểm sát", "trưởng khoa", "trưởng đoàn", "đại sứ", "tổng lãnh sự", "chủ nhiệm", "tư lệnh", "chính ủy",
            "chỉ huy trưởng", "trưởng đại diện", "tổng thư ký", "trưởng ban biên tập", "chủ tịch hội đồng", "giám đốc điều hành", "đội trưởng",
            "trạm trưởng", "kế toán trưởng", "trưởng ban quản lý", "thị trưởng", "thống đốc", "tỉnh trưởng", "trưởng công an", "hiệu phó",
            "phó hiệu trưởng", "giám đốc quốc gia", "chủ tịch hđqt", "chủ tịch hội đồng quản trị", "chủ tịch hội đồng thành viên",
        )
    )
    + ("ủy viên", "ủy viên ban thường vụ", "ủy viên ban chấp hành", "tỉnh ủy viên", "thành ủy viên", "huyện ủy viên", "ủy viên trung ương",
       "ủy viên bộ chính trị", "ủy viên dự khuyết", "ủy viên thường trực", "đại biểu quốc hội", "quyền giám đốc", "người phát ngôn",
       "cố vấn", "chuyên viên", "tổng kiểm toán", "phó tổng giám đốc", "phó tổng biên tập", "phó tổng cục trưởng", "phó chánh văn phòng",
       "phó trưởng ban", "phó trưởng phòng", "phó viện trưởng", "phó cục trưởng", "phó vụ trưởng", "phó chủ nhiệm", "chủ tịch kiêm tổng giám đốc",
       "phó trưởng đoàn", "phó đại sứ", "giám đốc nhân sự", "tham tán", "bí thư tỉnh ủy", "bí thư thành ủy", "bí thư đảng ủy"),
    represents=("đại diện", "thay mặt", "đại diện cho"),
    surnames=(
        "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý", "đinh",
        "trịnh", "trương", "lâm", "đoàn", "mai", "tô", "hà", "cao", "lương", "lưu", "châu", "tạ", "phùng", "quách", "đào", "thái", "kiều",
        "vương", "tăng", "thân", "bế", "nông", "hứa", "triệu", "giàng", "lò", "vi", "quàng", "cầm", "điêu", "sùng", "vàng", "lù", "chu", "ông",
        "nghiêm", "khuất", "la", "tống", "từ", "doãn", "diệp", "văn", "thạch", "danh", "sơn", "kim", "âu", "mạc", "giáp", "khổng", "đàm", "đồng",
        "tôn", "ninh", "phí", "tiêu", "trà", "cù", "hầu", "ma", "đường", "viên", "lại", "lều", "bạch", "nhan", "y", "h'",
    ),
)

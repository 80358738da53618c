"""Words that go on within names, words that end them, and countries by their bare names."""

from __future__ import annotations

from typing import Final

from govnews_vi.divisions import PROVINCES

# Words that stand inside names in lower case; most are the second half of a word whose first
# letter alone is capital ("Khoa học").
LOWER: Final = tuple(
    """
    sáng chế|sáng kiến|tư nhân|công lập|dân lập|ngoài công lập|châu á|châu âu|châu phi|châu mỹ|thế giới|toàn cầu|kinh tế số|kinh tế xanh|kinh tế tuần hoàn|
    chất lượng cao|công chứng|đăng kiểm|đấu giá|giám định|pháp y|pháp luật|pháp lý|trợ giúp pháp lý|thi hành án|thanh tra|kiểm toán|kiểm sát|an sinh|giảm nghèo|
    di sản|di sản văn hóa|di tích|lịch sử|khảo cổ|thể dục|thể dục thể thao|võ thuật|bóng đá|ẩm thực|từ thiện|nhân đạo|bảo tồn|bảo tồn thiên nhiên|đo đạc|bản đồ|
    biến đổi khí hậu|khí hậu|phát thải|năng lượng tái tạo|điện gió|điện mặt trời|thủy điện|than|khí|xăng dầu|thép|xi măng|vật liệu|vật liệu xây dựng|gạch|gỗ|giấy|bao bì|
    thức ăn chăn nuôi|gia súc|gia cầm|sữa|thịt|gạo|hồ tiêu|điều|dừa|trái cây|hoa|cây cảnh|thủy hải sản|nghề cá|tôm|cá tra|muối|
    giao nhận|vận chuyển|taxi|hàng hóa|bán lẻ|siêu thị|khách sạn|nhà hàng|lữ hành|sự kiện|quảng cáo|tiếp thị|thiết kế|thời trang|
    chứng khoán|quỹ đầu tư|bảo lãnh|cho vay|tiết kiệm|kế toán|thẻ|thanh toán|
    an ninh mạng|an toàn thông tin|viễn thông công nghệ|máy tính|phần cứng|tự động hóa|robot|cơ điện|cơ điện tử|điện lạnh|điện|điện gia dụng|ô tô|xe máy|
    khoa học xã hội|khoa học tự nhiên|khoa học dữ liệu|khoa học và công nghệ|môi trường sống|nguồn nhân lực|nhân lực|nguồn lực|cựu giáo chức|giáo chức|hưu trí|người khuyết tật|khuyết tật|người mù|nạn nhân chất độc da cam|
    thanh thiếu nhi|thiếu nhi|tuổi thơ|mầm non|tiểu học|trung học|trung học cơ sở|trung học phổ thông|phổ thông|giáo viên|nhà giáo|học sinh|sau đại học|liên thông|
    ung bướu|tim mạch|nhiệt đới|truyền nhiễm|da liễu|răng hàm mặt|tai mũi họng|mắt|chấn thương chỉnh hình|lão khoa|nội tiết|đột quỵ|cấp cứu|dự phòng|dinh dưỡng|xét nghiệm|
    hậu cần|kỹ thuật quân sự|tham mưu|tác chiến|hải quân|phòng không|không quân|cơ yếu|đặc công|công binh|thông tin liên lạc|cảnh vệ|cảnh sát biển|cảnh sát giao thông|
    tang lễ|nghĩa trang|chiếu sáng|vệ sinh môi trường|môi trường đô thị|cây xanh đô thị|công viên|sân bay|cảng biển|cảng hàng không|bến xe|đường cao tốc|cầu đường|
    hoạt động|thanh thiếu niên|thanh thiếu nhi|đoàn thể|tuyên truyền|cộng đồng|thiên nhiên|bảo trợ|
    phổ biến, giáo dục pháp luật|phổ biến giáo dục pháp luật|lao động, thương binh và xã hội|luật gia|
    công tác xã hội|công tác sinh viên|công tác chính trị|hải dương học|hải dương|khoa học|công nghệ|kỹ thuật|kĩ thuật|nông nghiệp|phát triển|nông thôn|tài nguyên|môi trường|
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
    thế giới|phát điện|truyền tải điện|toàn cầu|châu á|đông nam á|thực vật|động vật|chế biến|nhi đồng|thiếu niên|
    thiếu nhi|biến đổi khí hậu|tài nguyên nước|giám định|pháp y|đăng kiểm|chứng khoán|kiểm toán|kế toán|thông tấn|
    vô tuyến điện|tần số|ung bướu|tim mạch|nội tiết|da liễu|tổ quốc|hành động|bom mìn|di cư|nhân đạo|từ thiện|
    xã hội chủ nghĩa|dân chủ nhân dân|liên bang|hồi giáo|hợp chủng quốc|công nghiệp nhẹ|công nghiệp nặng|
    quản trị công|chính sách xã hội|cựu thanh niên xung phong|thanh niên xung phong|thông tin cơ sở|hội nhập quốc tế|
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

_COUNTRIES: Final = """
    Việt Nam|Lào|Campuchia|Thái Lan|Myanmar|Malaysia|Singapore|Indonesia|Philippines|Brunei|Đông Timor|Trung Quốc|
    Hồng Kông|Đài Loan|Ma Cao|Nhật Bản|Nhật|Hàn Quốc|Triều Tiên|Mông Cổ|Ấn Độ|Pakistan|Bangladesh|Sri Lanka|Nepal|
    Mỹ|Hoa Kỳ|Canada|Mexico|Cuba|Brazil|Argentina|Chile|Peru|Anh|Vương quốc Anh|Pháp|Đức|Ý|Italia|Italy|Tây Ban Nha|
    Bồ Đào Nha|Hà Lan|Bỉ|Luxembourg|Thụy Sĩ|Thụy Sỹ|Áo|Ba Lan|Séc|Cộng hòa Séc|Slovakia|Hungary|Romania|Bulgaria|
    Hy Lạp|Thụy Điển|Na Uy|Đan Mạch|Phần Lan|Ireland|Nga|Liên bang Nga|Ukraine|Belarus|Úc|Australia|New Zealand|
    Ai Cập|Nam Phi|Ma-rốc|Angola|Mozambique|UAE|Israel|Iran|Thổ Nhĩ Kỳ|Ả Rập Xê Út|Kazakhstan|Uzbekistan
    """

REGIONS: Final = (
    *("".join(_COUNTRIES.split("\n")).strip().replace("|    ", "|").split("|")),
    *(province.name for province in PROVINCES),
)

"""Labels of footers and stamps, and the words that tell the parts of a page."""

from __future__ import annotations

from typing import Final

from govnews.extraction import Detection, Label, Layout

LABELS: Final = (
    Label(role="address", words=("Địa chỉ", "Đ/c", "ĐC", "Trụ sở", "Trụ sở chính", "Địa chỉ liên hệ", "Địa chỉ trụ sở", "Địa chỉ trụ sở chính", "Trụ sở làm việc", "Address", "Add", "Địa chỉ cơ quan", "Địa chỉ tòa soạn", "Tòa soạn")),
    Label(role="phone", words=(
        "Điện thoại", "ĐT", "Số điện thoại", "SĐT", "Tel", "Phone", "Hotline", "Đường dây nóng", "Tổng đài", "Di động", "ĐTDĐ", "Mobile", "Điện thoại liên hệ",
        "Số ĐT", "Đthoại", "Telephone", "ĐT liên hệ", "Điện thoại bàn", "Điện thoại cố định", "Số điện thoại liên hệ", "Điện thoại đường dây nóng", "Thường trực", "Số máy", "Văn thư", "Trực ban",
        "Điện thoại di động", "Liên hệ", "ĐT.", "Tel.", "Điện thoại hỗ trợ", "Call center", "Zalo",
    )),
    Label(role="fax", words=("Fax", "Số fax", "Telefax", "Số Fax", "Fax.")),
    Label(role="phone_fax", words=("ĐT/Fax", "Tel/Fax", "Điện thoại - Fax", "Điện thoại/Fax", "Điện thoại, Fax", "ĐT - Fax", "ĐT-Fax", "Tel-Fax", "Tel - Fax", "Tel & Fax", "Điện thoại và Fax", "ĐT, Fax", "Phone/Fax", "Điện thoại & Fax", "ĐT & Fax")),
    Label(role="email", words=("Email", "E-mail", "Thư điện tử", "Hộp thư", "Hộp thư điện tử", "Mail", "Địa chỉ email", "Địa chỉ thư điện tử", "Email liên hệ", "Thư công vụ", "Hòm thư", "Gmail")),
    Label(role="web", words=("Website", "Web", "Trang web", "Địa chỉ website", "Cổng thông tin", "URL", "Wesite", "Web site", "Trang thông tin", "Địa chỉ truy cập", "Tên miền")),
    Label(role="license", words=("Giấy phép", "Giấy phép số", "Giấy phép thiết lập", "Giấy phép thiết lập trang thông tin điện tử", "GP số", "GP", "Số giấy phép", "Giấy phép hoạt động", "Giấy phép xuất bản", "Giấy phép ICP", "Giấy phép báo chí", "Giấy phép hoạt động báo chí", "Giấy phép xuất bản số", "Giấy phép hoạt động số", "Giấy phép thiết lập trang TTĐT tổng hợp")),
    Label(role="parent", words=("Cơ quan chủ quản", "Đơn vị chủ quản", "Chủ quản", "Trực thuộc")),
    Label(role="organization", words=("Cơ quan", "Đơn vị", "Tên cơ quan", "Tên đơn vị", "Cơ quan quản lý", "Đơn vị quản lý", "Đơn vị vận hành", "Cơ quan thực hiện", "Cơ quan ban hành")),
    Label(role="responsible", code="editor_in_chief", words=("Trưởng Ban biên tập", "Trưởng BBT", "Tổng Biên tập", "Phụ trách Ban biên tập", "Trưởng ban Ban biên tập", "TBT")),
    Label(role="responsible", code="responsible", words=(
        "Chịu trách nhiệm", "Chịu trách nhiệm chính", "Chịu trách nhiệm nội dung", "Người chịu trách nhiệm", "Người chịu trách nhiệm chính", "Người chịu trách nhiệm nội dung",
        "Chịu trách nhiệm xuất bản", "Chịu trách nhiệm quản lý nội dung", "Người chịu trách nhiệm quản lý nội dung", "Chịu trách nhiệm về nội dung", "Tổng Giám đốc", "Giám đốc", "Người phụ trách", "Phụ trách nội dung", "Phụ trách",
        "Đơn vị chịu trách nhiệm", "Đơn vị chịu trách nhiệm nội dung", "Cơ quan chịu trách nhiệm", "Bộ phận chịu trách nhiệm", "Trưởng ban", "Người đại diện", "Đại diện", "Chịu trách nhiệm thông tin", "Chủ tịch", "Thủ trưởng",
    )),
    Label(role="published", words=("Ngày đăng", "Đăng lúc", "Đăng ngày", "Ngày đăng tin", "Ngày xuất bản", "Ngày phát hành", "Xuất bản", "Thời gian đăng", "Ngày tạo", "Ngày gửi", "Ngày viết", "Phát hành", "Ngày đưa tin", "Xuất bản lúc", "Được đăng", "Post date", "Đã đăng")),
    Label(role="modified", words=("Cập nhật", "Cập nhật lúc", "Ngày cập nhật", "Cập nhật ngày", "Cập nhật lần cuối", "Lần cập nhật cuối", "Sửa lần cuối", "Chỉnh sửa lần cuối")),
    Label(role="author", words=("Tác giả", "Người viết", "Bài", "Bài viết", "Người đăng", "Phóng viên", "Bài, ảnh", "Bài và ảnh", "Tin", "Tin, ảnh", "Tin và ảnh", "Tin bài", "Tin, bài")),
    Label(role="credit", words=("Nguồn", "Nguồn tin", "Theo", "Nguồn bài")),
)

LAYOUT: Final = Layout(
    at=("tại", "ở"),
    credits=("Nguồn", "Nguồn tin", "Tin, ảnh", "Tin và ảnh", "Tin ảnh", "Tin, bài", "Bài, ảnh", "Bài và ảnh", "Tin bài", "Tác giả", "Bài", "Tin", "Theo", "Người viết", "Bài viết", "Tin - ảnh", "Bài - ảnh", "Tin, bài, ảnh", "Tin & ảnh", "Thực hiện", "PV", "Nguồn bài", "Tin-ảnh"),
    photos=("Ảnh", "Ảnh minh họa", "Nguồn ảnh", "Hình ảnh", "Video", "Clip", "Đồ họa"),
    related=("Tin liên quan", "Tin cùng chuyên mục", "Các tin khác", "Tin khác", "Bài viết liên quan", "Các bài viết khác", "Tin mới hơn", "Tin cũ hơn", "Tin đã đưa", "Các tin đã đưa", "Tin cùng loại", "Xem thêm", "Tin mới", "Tin mới nhất", "Tin nổi bật", "Đọc nhiều", "Bài viết khác", "Chia sẻ", "Bình luận", "Ý kiến bạn đọc", "Các tin liên quan", "Bài liên quan", "Tin bài liên quan", "Các tin mới hơn", "Các tin cũ hơn", "Tin tức khác", "Từ khóa", "Tags"),
    notices=("Ảnh minh họa", "Ảnh minh hoạ", "Trang chủ", "Tin tức - Sự kiện", "Tin tức", "Lượt xem", "Xem cỡ chữ", "In bài viết", "Gửi email", "Đọc bài viết", "Facebook", "Cỡ chữ", "Lượt đọc", "Số lượt xem"),
    closings=("./.",),
    copyright=("bản quyền", "© bản quyền", "©", "(c)", "copyright", "bản quyền thuộc về", "giữ bản quyền", "@ bản quyền", "® "),
    holder=("thuộc về", "bản quyền thuộc", "thuộc bản quyền", "bản quyền của", "by", "giữ bản quyền"),
    terms=("Ghi rõ nguồn", "Đề nghị ghi rõ nguồn", "Vui lòng ghi rõ nguồn", "Yêu cầu ghi rõ nguồn", "Khi sử dụng lại thông tin", "Khi trích dẫn", "Khi phát hành lại", "Đề nghị trích dẫn nguồn", "Trích dẫn nguồn", "Xin ghi rõ nguồn", "Phải ghi rõ nguồn", "Khi sử dụng thông tin"),
    events=("diễn ra", "đã diễn ra", "tổ chức", "đã tổ chức", "được tổ chức", "long trọng tổ chức", "long trọng diễn ra", "phối hợp tổ chức", "khai mạc", "khánh thành", "lễ công bố", "hội nghị", "hội thảo", "lễ", "buổi làm việc", "làm việc"),
)

DETECTION: Final = Detection(
    letters="ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    words=("và", "của", "các", "là", "được", "với", "trong", "cho", "không", "những", "một", "đã", "tại", "có"),
)

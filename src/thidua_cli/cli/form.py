"""What `thidua form` is about."""

ABOUT_FORMS = """Biểu Excel: gửi cho đơn vị điền, rồi nhận lại mà không phải gõ lại.

Mỗi đơn vị một tệp: chỉ tiêu, nhiệm vụ được giao, sáng kiến và các câu hỏi của báo cáo, bên cạnh số kỳ trước.
Khi nhận về, mọi ô được kiểm tra và mọi thay đổi được cho xem trước khi ghi; có một lỗi thì không ghi gì.

Ví dụ:
  thidua form export -c 19-KH --all
  thidua form import bieu-nhan-ve
"""

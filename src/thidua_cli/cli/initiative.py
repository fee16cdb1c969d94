"""What `thidua initiative` is about."""

ABOUT_INITIATIVES = """Ngân hàng sáng kiến: ghi, công nhận, liệt kê, tính độ bao phủ.

Mỗi đơn vị mỗi năm một tệp data/initiatives/<năm>/<mã đơn vị>.yaml. Chỉ sáng kiến được công nhận mới được tính.

Ví dụ:
  thidua initiative add
  thidua initiative recognise so-tay-so --on 2026-05-05 --council "Hội đồng sáng kiến Sở" --decision 45/QĐ-SVHTTDL
  thidua initiative coverage --year 2026
"""

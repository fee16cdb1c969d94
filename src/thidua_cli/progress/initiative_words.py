"""The words for what becomes of an initiative, and for the level of a council."""

STATE_WORDS = {
    "registered": "đã đăng ký",
    "applied": "đã áp dụng",
    "submitted": "đã nộp đơn",
    "returned": "trả lại để bổ sung",
    "recognised": "được công nhận",
    "refused": "không được công nhận",
    "revoked": "bị hủy công nhận",
}
LEVEL_WORDS = {"unit": "cơ sở", "province": "tỉnh", "nation": "toàn quốc"}

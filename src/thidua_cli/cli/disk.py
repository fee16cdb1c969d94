"""What the operating system says about a file, in Vietnamese."""

import errno
from pathlib import Path

from thidua_cli.diagnostics.errors import ThiduaError

_REASONS = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.EACCES: "không có quyền đọc hoặc ghi ở đây",
    errno.EPERM: "không có quyền đọc hoặc ghi ở đây",
    errno.EROFS: "ổ đĩa này chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EINVAL: "tên tệp có ký tự không dùng được",
    errno.EEXIST: "đã có tệp hoặc thư mục mang tên này",
}


def reason(error: OSError) -> str:
    """Why it did not go, as the end of a sentence."""
    return _REASONS.get(error.errno or 0, f"hệ điều hành báo lỗi số {error.errno}")


def disk_error(error: OSError, *, writing: Path | None = None) -> ThiduaError:
    """The error for the user: which file, and why it cannot be read or, with `writing`, be written."""
    action = f"ghi được “{writing}”" if writing else f"mở được “{error.filename}”"
    return ThiduaError(
        f"Không {action}: {reason(error)}.",
        hint="Hãy kiểm tra lại tên và quyền của tệp, hoặc chọn nơi khác.",
    )

"""`thidua doctor`: one screen that says what is wrong with an installation."""

from thidua_cli.cli import options, output

_SOMETHING_IS_WRONG = 1


def doctor(repo: options.Repo = None) -> int:
    """Khám máy: bản cài đặt, bảng mã, phông chữ, git, thư mục dữ liệu và tệp đang bị khóa.

    Không ghi gì. Dòng có dấu ✗ là điều phải sửa, dấu ! là điều nên biết.

    Ví dụ:
      thidua doctor
    """
    from thidua_cli.cli.examination import State, examine

    found = tuple(examine(repo))
    width = max(len(one.about) for one in found)
    for one in found:
        hint = f"\n    {'':<{width}} → {one.hint}" if one.hint else ""
        output.product(f"  {one.state.value} {one.about:<{width}} {one.said}{hint}")
    wrong = sum(one.state is State.WRONG for one in found)
    output.product(f"\n{wrong} điều phải sửa." if wrong else "\nMọi thứ sẵn sàng.")
    return _SOMETHING_IS_WRONG if wrong else 0

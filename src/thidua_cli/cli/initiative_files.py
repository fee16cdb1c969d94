"""What a file of the initiative bank must be before it is written."""

from thidua_cli.cli.data_files import DataFile
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml


def refuse_faults(bank: DataFile, content: bytes) -> None:
    """Raise ThiduaError where the content could not be read again."""
    data = read_yaml(content, bank.path).data
    findings = validate(data, InitiativeFile)[1] if data is not None else []
    if data is None or findings:
        at = findings[0].at if findings else None
        raise ThiduaError(
            f"Tệp “{bank.path}” còn lỗi nên không ghi thêm.", hint="Xem và sửa lỗi: thidua validate", at=at
        )

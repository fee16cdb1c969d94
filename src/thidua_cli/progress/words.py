"""Vietnamese words for results, schedules and standings; of an estimate a paper says `ước` in front."""

from thidua_cli.progress.verdicts import Result, Schedule, TaskStanding

ESTIMATED = "ước"
UNASSIGNED = "chưa giao chỉ tiêu"
"""The word for a target of which no part has been given to the unit that is asked about."""

RESULT_WORDS = {
    Result.EXCEEDED: "vượt",
    Result.MET: "đạt",
    Result.NOT_MET: "chưa đạt",
    Result.NO_DATA: "chưa có số liệu",
    Result.NO_BASE: "chưa có số gốc",
    Result.NOT_JUDGED: "chưa đánh giá",
}
SCHEDULE_WORDS = {
    Schedule.AHEAD: "vượt tiến độ",
    Schedule.ON_TRACK: "đúng tiến độ",
    Schedule.AT_RISK: "có nguy cơ chậm",
    Schedule.LATE: "chậm tiến độ",
    Schedule.NOT_DUE: "chưa đến hạn",
    Schedule.OVERDUE: "quá hạn",
    Schedule.NO_DATA: "chưa có số liệu",
}
TASK_WORDS = {
    TaskStanding.DONE: "hoàn thành",
    TaskStanding.UNDER_WAY: "đang thực hiện",
    TaskStanding.NOT_STARTED: "chưa thực hiện",
    TaskStanding.OVERDUE: "quá hạn",
    TaskStanding.KEPT: "không để xảy ra vi phạm",
    TaskStanding.BROKEN: "để xảy ra vi phạm",
    TaskStanding.NO_DATA: "chưa có số liệu",
}


def schedule_words(schedule: Schedule, *, estimate: bool) -> str:
    """The words for a schedule, said as an estimate where the figure is one: `ước đúng tiến độ`."""
    words = SCHEDULE_WORDS[schedule]
    judged = schedule in {Schedule.AHEAD, Schedule.ON_TRACK, Schedule.AT_RISK, Schedule.LATE}
    return f"{ESTIMATED} {words}" if estimate and judged else words

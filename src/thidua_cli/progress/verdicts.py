"""The two answers about a target, never mixed: its result once it is final, its schedule until then."""

from enum import StrEnum


class Result(StrEnum):
    """What a target came to; the values are for programs."""

    EXCEEDED = "exceeded"
    MET = "met"
    NOT_MET = "not-met"
    NO_DATA = "no-data"
    NO_BASE = "no-base"
    """Kinds that compare with a base year, where the base is not known."""
    NOT_JUDGED = "not-judged"


class Schedule(StrEnum):
    """How a target stands while its result is still open; the values are for programs."""

    AHEAD = "ahead"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    LATE = "late"
    NOT_DUE = "not-due"
    OVERDUE = "overdue"
    NO_DATA = "no-data"


class TaskStanding(StrEnum):
    """How a task stands; the values are for programs."""

    DONE = "done"
    UNDER_WAY = "under-way"
    NOT_STARTED = "not-started"
    OVERDUE = "overdue"
    KEPT = "kept"
    BROKEN = "broken"
    NO_DATA = "no-data"

"""What an initiative is on a day: its state, and which recognitions of it stand."""

from datetime import date

from thidua_cli.model.initiatives import Initiative, InitiativeState, StatusChange

LEVELS = ("unit", "province", "nation")
"""From the lowest up; a higher one judges the effect of what a lower one has recognised."""


def recognitions_on(initiative: Initiative, day: date) -> tuple[StatusChange, ...]:
    """The recognitions that stand on a day, one a level, from the lowest up; empty when none does.

    What is revoked at a level falls with all above it; a refusal ends a recognition of its own level alone.
    """
    standing: dict[str, StatusChange] = {}
    for step in _steps_until(initiative, day):
        match step.status:
            case "recognised":
                standing.setdefault(step.level, step)
            case "revoked":
                for level in LEVELS[LEVELS.index(step.level) :]:
                    standing.pop(level, None)
            case "refused":
                standing.pop(step.level, None)
    return tuple(standing[level] for level in LEVELS if level in standing)


def state_on(initiative: Initiative, day: date) -> InitiativeState | None:
    """`recognised` while a recognition stands, else its last step up to the day; None before the first."""
    steps = _steps_until(initiative, day)
    if not steps:
        return None
    return "recognised" if recognitions_on(initiative, day) else steps[-1].status


def registered_on(initiative: Initiative, day: date) -> date | None:
    """The day on which it was registered, or of its first step where no registration is written; None before."""
    steps = _steps_until(initiative, day)
    registrations = (step.on for step in steps if step.status == "registered")
    return next(registrations, steps[0].on if steps else None)


def _steps_until(initiative: Initiative, day: date) -> list[StatusChange]:
    return sorted((step for step in initiative.history if step.on <= day), key=lambda step: step.on)

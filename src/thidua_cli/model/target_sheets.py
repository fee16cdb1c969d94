"""The file `targets.yaml`: targets with figures, tasks with a state, and criteria in words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Identifier, Many, Moment, Text, one_of, refuse
from thidua_cli.model.record import Record
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.combinations import CombinedTarget

TaskKind = Annotated[
    Literal["deliverable", "zero-tolerance", "by-reference"],
    BeforeValidator(one_of("deliverable", "zero-tolerance", "by-reference")),
]
CriterionSubject = Annotated[
    Literal["collective", "individual"], BeforeValidator(one_of("collective", "individual"))
]


class Task(Record):
    """A commitment without a figure to measure: it has a state, and never counts among the targets."""

    id: Identifier
    name: Text
    kind: TaskKind = "deliverable"
    responsible: Many[Identifier] | None = None
    """Units that carry it out and report its state; None while nobody has been told."""
    by: Moment | None = None
    content: Identifier | None = None
    reference: Identifier | None = None
    """For `by-reference`: the document that holds the targets."""


class Criterion(Record):
    """A yardstick in words for collectives or individuals."""

    id: Identifier
    name: Text
    subject: CriterionSubject
    wording: Text | None = None
    """How the plan words it, with `{}` for each document in turn and then for each target; None takes the name."""
    documents: Many[Identifier] = ()
    """Documents of the register that it speaks of."""
    targets: Many[Identifier] = ()
    """Targets that it carries."""

    @model_validator(mode="after")
    def _a_gap_each(self) -> Self:
        named = len(self.documents) + len(self.targets)
        if self.wording is not None and self.wording.count("{}") != named:
            raise refuse(
                field_rules.COMBINATION,
                f"Câu chữ (wording) của tiêu chí “{self.id}” có {self.wording.count('{}')} chỗ {{}} nhưng tiêu chí "
                f"nêu {named} văn bản và chỉ tiêu.",
                "Đặt một {} cho mỗi mã ở documents rồi đến mỗi mã ở targets, theo thứ tự.",
            )
        return self


class TargetSheet(Record):
    """The file `targets.yaml`; a campaign without any figure is as good as one with many."""

    targets: Many[AnyTarget] = ()
    tasks: Many[Task] = ()
    criteria: Many[Criterion] = ()

    @property
    def every_target(self) -> Iterator[AnyTarget]:
        """The targets in order, each before those that are written inside it; all of them may be reported."""
        for target in self.targets:
            yield target
            if isinstance(target, CombinedTarget):
                yield from target.inline

    @cached_property
    def targets_by_id(self) -> Mapping[str, AnyTarget]:
        """Every target under its id, without ids that stand twice: nobody knows which target those mean."""
        return {target.id: target for target in self.every_target if target.id not in self.repeated_ids}

    @cached_property
    def repeated_ids(self) -> frozenset[str]:
        """The ids of targets and tasks that stand twice; what one of the two should be called, nobody knows."""
        counted = Counter([*(target.id for target in self.every_target), *(task.id for task in self.tasks)])
        return frozenset(id_ for id_, times in counted.items() if times > 1)

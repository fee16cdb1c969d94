"""A rule: a code for life, a manual page and, for most, a check that yields findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import Generic, TypeVar

from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold, and the page that explains it."""

    code: str
    """`TD` and three digits; a retired code is never given to another rule."""
    title: str
    """The obligation in one Vietnamese sentence."""
    severity: Severity
    manual: str
    """Why it matters, `Sai:` and `Đúng:` examples and, where there is one, the source; Vietnamese."""

    def finding(
        self,
        message: str,
        *,
        at: Location,
        hint: str | None = None,
        related: tuple[Related, ...] = (),
        about: str | None = None,
    ) -> Finding:
        """A finding of this rule, as heavy as the rule says."""
        return Finding(self.code, self.severity, message, at, hint, related, about)


@dataclass(frozen=True, slots=True)
class Check(Generic[T]):
    """A rule with the generator that looks for what breaks it in a subject."""

    rule: Rule
    search: Callable[[Rule, T], Iterator[Finding]]

    def run(self, subject: T) -> Iterator[Finding]:
        """Everything in the subject that breaks the rule; the subject is never changed."""
        return self.search(self.rule, subject)


def check(
    code: str, title: str, severity: Severity
) -> Callable[[Callable[[Rule, T], Iterator[Finding]]], Check[T]]:
    """Turn a generator into a check; its docstring is the manual page of the rule."""

    def decorate(search: Callable[[Rule, T], Iterator[Finding]]) -> Check[T]:
        return Check(Rule(code, title, severity, cleandoc(search.__doc__ or "")), search)

    return decorate

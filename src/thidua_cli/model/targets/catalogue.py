"""Every kind of target: those that stand alone, and the combinations of them."""

from typing import Annotated

from pydantic import Discriminator, Tag

from thidua_cli.model.targets.combinations import AllOfTarget, AnyOfTarget
from thidua_cli.model.targets.singles import Single, kind_of

AnyTarget = Annotated[
    Single | Annotated[AllOfTarget, Tag("all-of")] | Annotated[AnyOfTarget, Tag("any-of")],
    Discriminator(kind_of),
]

"""Whether two queries ask the same, however their names were written."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, TypeVar, cast

from bot.places.matches import How
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef

if TYPE_CHECKING:
    from bot.questions.queries import Query

_Part = TypeVar("_Part")


def same(one: Query, other: Query) -> bool:
    """Whether two queries ask the same thing of the same places, by whatever names they were given."""
    return bared(one) == bared(other)


def bared(part: _Part) -> _Part:
    """Return a query, or a part of one, with every place reduced to what it is: as if named by its own name."""
    if isinstance(part, ClusterRef):
        return cast("_Part", ClusterRef(part.id, part.id))
    if isinstance(part, (EconomyRef, RegionRef)):
        return cast("_Part", replace(part, how=How.EXACT))
    if isinstance(part, tuple):
        return cast("_Part", tuple(map(bared, cast("tuple[object, ...]", part))))
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{field.name: bared(getattr(part, field.name)) for field in fields(part)})
    return part

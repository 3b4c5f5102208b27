"""Receipts: a verdict's claim, its outcome and the data it was judged by, packed into a short code.

The code holds the claim itself, so that any installation can judge it again without having kept anything. Clusters and
regions are named by three bytes of a hash of their ids, which outlast new editions; economies by their ISO code.
"""

from __future__ import annotations

import hashlib
import zlib
from base64 import b32decode, b32encode
from dataclasses import dataclass, fields
from types import NoneType
from typing import TYPE_CHECKING, cast

from bot.questions import assertions
from bot.questions.assertions import Over, Relation
from bot.questions.queries import Claim
from bot.questions.refs import ClusterRef, Direction, EconomyRef, RegionRef
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.questions.assertions import Single
    from bot.rankings.model import Rankings

OUTCOMES = ("true", "false", "partly", "undecided")
"""What a verdict can be, in the order of their codes."""

KINDS: tuple[type[Single], ...] = (
    assertions.AtRank,
    assertions.EconomyAtRank,
    assertions.Ahead,
    assertions.EconomyAhead,
    assertions.Amount,
    assertions.MoreClusters,
    assertions.MostClusters,
    assertions.HasClusters,
    assertions.CountWent,
    assertions.Went,
    assertions.Entered,
    assertions.Passed,
    assertions.Crossed,
    assertions.EconomiesCounted,
)
"""Every kind of assertion; its place here is its code, so new kinds are appended."""

LISTS: dict[str, tuple[object, ...]] = {
    "Measure": tuple(Measure),
    "Pillar": tuple(Pillar),
    "Relation": tuple(Relation),
    "Direction": tuple(Direction),
    "str": ("", "HI", "UM", "LM", "LI"),
    "bool": (False, True),
}
"""What a field of each type can be, in the order of their codes; the only texts in a claim are income groups."""

PLACES: dict[str, tuple[type, ...]] = {
    "ClusterRef": (ClusterRef,),
    "EconomyRef": (EconomyRef,),
    "ClusterRef | EconomyRef": (ClusterRef, EconomyRef),
    "Area": (EconomyRef, RegionRef),
    "Area | None": (EconomyRef, RegionRef, NoneType),
}
"""What kinds of place a field of each type may name."""

HUNDREDTHS = 100
"""Decimals of a claimed amount are kept to two places."""

VERSION_BYTES = 3
HASH_BYTES = 3
CHECK_BYTES = 2
LONGEST = 200
"""No receipt has more bytes."""

LARGEST = 1 << 42
LONGEST_SHIFT = 42
GROUP = 5
_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_STANDARD = str.maketrans(
    "0123456789ABCDEFGHJKMNPQRSTVWXYZOIL", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABB"
)  # O is read as 0, and I and L as 1


class ReceiptError(ValueError):
    """Not a receipt: mistyped, cut, or naming a place that the table does not have."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A claim, what was found of it (one of `OUTCOMES`), and the first bytes of the data's version, in hex."""

    claim: Claim
    outcome: str
    version: str


def write(receipt: Receipt) -> str:
    """Return the code of a receipt, in groups of five characters (Crockford's base 32).

    Raises:
        ReceiptError: a number of the claim is out of range.
    """
    claim = receipt.claim
    parts = claim.assertion.parts if isinstance(claim.assertion, assertions.AllOf) else (claim.assertion,)
    out = _Writer(bytes.fromhex(receipt.version)[:VERSION_BYTES])
    out.number(OUTCOMES.index(receipt.outcome) | claim.negated << 2 | list(Over).index(claim.over) << 3)
    out.number_or_none(claim.edition)
    out.number_or_none(claim.since)
    out.number(len(parts))
    for part in parts:
        out.number(KINDS.index(type(part)))
        for field in fields(part):
            out.field(str(field.type), getattr(part, field.name))
    packed = bytes(out.bytes)
    code = b32encode(packed + _check(packed)).decode().rstrip("=").translate(_CROCKFORD)
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read(code: str, rankings: Rankings) -> Receipt:
    """Return the receipt that a code stands for; case, hyphens and look-alike letters do not matter.

    Raises:
        ReceiptError: it is no receipt, or one that names a place the table does not have.
    """
    plain = "".join(code.upper().replace("-", "").split()).translate(_STANDARD)
    try:
        packed = b32decode(plain + "=" * (-len(plain) % 8))
    except ValueError as error:
        raise ReceiptError("not in base 32") from error
    body, check = packed[:-CHECK_BYTES], packed[-CHECK_BYTES:]
    if len(packed) > LONGEST or len(body) <= VERSION_BYTES or _check(body) != check:
        raise ReceiptError("mistyped or cut")
    try:
        return _unpacked(_Reader(body, rankings))
    except (LookupError, ValueError) as error:
        raise ReceiptError("it names something that this table does not have") from error


def _unpacked(source: _Reader) -> Receipt:
    version = source.take(VERSION_BYTES).hex()
    flags = source.number()
    edition, since = source.edition(), source.edition()
    if since is not None and since > (source.newest if edition is None else edition):
        raise LookupError("it begins after it ends")
    parts = tuple(source.assertion() for _ in range(source.part_count()))
    assertion = parts[0] if len(parts) == 1 else assertions.AllOf(parts)
    claim = Claim(assertion, edition, bool(flags >> 2 & 1), tuple(Over)[flags >> 3], since)
    return Receipt(claim, OUTCOMES[flags & 3], version)


def _check(packed: bytes) -> bytes:
    return (zlib.crc32(packed) & 0xFFFF).to_bytes(CHECK_BYTES)


def _hash(name: str) -> bytes:
    return hashlib.sha256(name.encode()).digest()[:HASH_BYTES]


class _Writer:
    """Puts the parts of a receipt into bytes; `_Reader` takes them apart in the same order."""

    def __init__(self, start: bytes) -> None:
        self.bytes = bytearray(start)

    def number(self, number: int) -> None:
        """Write a number in groups of seven bits, the lowest first; all but the last have their high bit set."""
        if not 0 <= number < LARGEST:
            raise ReceiptError("a number out of range")
        while number > 0x7F:
            self.bytes.append(number & 0x7F | 0x80)
            number >>= 7
        self.bytes.append(number)

    def number_or_none(self, number: int | None) -> None:
        self.number(0 if number is None else number + 1)

    def field(self, annotation: str, value: object) -> None:
        if annotation in LISTS:
            self.number(LISTS[annotation].index(cast("str", value)))
        elif annotation == "int":
            self.number(cast("int", value))
        elif annotation == "int | None":
            self.number_or_none(cast("int | None", value))
        elif annotation == "float":
            self.number(round(cast("float", value) * HUNDREDTHS))
        else:
            self._place(value)

    def _place(self, place: object) -> None:
        match place:
            case ClusterRef(id=name):
                self.bytes += b"C" + _hash(name)
            case RegionRef(id=name):
                self.bytes += b"R" + _hash(name)
            case EconomyRef(code):
                self.bytes += b"E" + code.encode("ascii")
            case _:
                self.bytes += b"-"


class _Reader:
    """Takes the bytes of a receipt apart. Everything it raises is a LookupError or a ValueError."""

    def __init__(self, packed: bytes, rankings: Rankings) -> None:
        self._packed = packed
        self._at = 0
        self._rankings = rankings

    def take(self, count: int) -> bytes:
        taken = self._packed[self._at : self._at + count]
        if len(taken) < count:
            raise LookupError("cut")
        self._at += count
        return taken

    def number(self) -> int:
        number, shift = 0, 0
        while True:
            byte = self.take(1)[0]
            number |= (byte & 0x7F) << shift
            if byte <= 0x7F and number < LARGEST:
                return number
            shift += 7
            if shift > LONGEST_SHIFT:
                raise LookupError("a number out of range")

    def number_or_none(self) -> int | None:
        number = self.number()
        return number - 1 if number else None

    @property
    def newest(self) -> int:
        return self._rankings.newest.year

    def edition(self) -> int | None:
        """Take an edition that the table holds."""
        year = self.number_or_none()
        if year is not None and year not in self._rankings.editions:
            raise LookupError("an edition that is not held")
        return year

    def part_count(self) -> int:
        number = self.number()
        if not number:
            raise LookupError("nothing is claimed")
        return number

    def assertion(self) -> Single:
        kind = KINDS[self.number()]
        values = [self.edition() if field.name == "since" else self._field(str(field.type)) for field in fields(kind)]
        if kind is assertions.Passed and type(values[0]) is not type(values[1]):
            raise LookupError("a cluster and an economy have no order")
        return kind(*values)  # type: ignore[arg-type]

    def _field(self, annotation: str) -> object:
        if annotation in LISTS:
            return LISTS[annotation][self.number()]
        if annotation == "int":
            return self.number()
        if annotation == "int | None":
            return self.number_or_none()
        if annotation == "float":
            return self.number() / HUNDREDTHS
        place = self._place()
        if not isinstance(place, PLACES[annotation]):
            raise LookupError("another kind of place")
        return place

    def _place(self) -> ClusterRef | EconomyRef | RegionRef | None:
        match self.take(1):
            case b"C":
                name = self._named(self._rankings.clusters)
                return ClusterRef(name, self._rankings.clusters[name].name)
            case b"R":
                return RegionRef(self._named(self._rankings.regions))
            case b"E":
                return EconomyRef(self._rankings.economies[self.take(2).decode("ascii")].code)
            case b"-":
                return None
            case _:
                raise LookupError("no kind of place")

    def _named(self, ids: Iterable[str]) -> str:
        wanted = self.take(HASH_BYTES)
        (name,) = (name for name in ids if _hash(name) == wanted)
        return name

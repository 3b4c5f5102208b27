"""Receipts: any claim goes into a code and comes out the same; what is no receipt is refused."""

from __future__ import annotations

import zlib
from base64 import b32decode, b32encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pipeline import open_pipeline
from bot.questions import assertions, receipts
from bot.questions.assertions import Over, Relation
from bot.questions.queries import Claim
from bot.questions.receipts import OUTCOMES, Receipt, ReceiptError
from bot.questions.refs import ClusterRef, Direction, EconomyRef, RegionRef
from bot.questions.same import same
from bot.rankings.loading import load
from bot.rankings.model import Measure, Pillar
from bot.replies.record import as_record

RANKINGS = load()
PIPELINE = open_pipeline()
CLUSTERS = st.sampled_from(sorted(RANKINGS.clusters)).map(lambda name: ClusterRef(name, name))
ECONOMIES = st.sampled_from(sorted(RANKINGS.economies)).map(EconomyRef)
AREAS = ECONOMIES | st.sampled_from(sorted(RANKINGS.regions)).map(RegionRef)
MEASURES = st.sampled_from(Measure)
PILLARS = st.sampled_from(Pillar)
RANKS = st.integers(1, 100)
TIMES = st.integers(0, 1_000).map(lambda number: number / 10)
SINCE = st.none() | st.integers(2017, 2025)
SINGLE = st.one_of(
    st.builds(assertions.AtRank, CLUSTERS, RANKS, RANKS, st.none() | AREAS, MEASURES),
    st.builds(
        assertions.EconomyAtRank, ECONOMIES, RANKS, RANKS, PILLARS, st.none() | AREAS, st.sampled_from(["", "HI", "LI"])
    ),
    st.builds(assertions.Ahead, CLUSTERS, CLUSTERS, MEASURES, TIMES),
    st.builds(assertions.EconomyAhead, ECONOMIES, ECONOMIES, PILLARS),
    st.builds(assertions.Amount, CLUSTERS, MEASURES, st.sampled_from(Relation), st.integers(0, 10**9).map(float)),
    st.builds(assertions.MoreClusters, AREAS, AREAS, TIMES, st.booleans()),
    st.builds(assertions.MostClusters, ECONOMIES),
    st.builds(assertions.HasClusters, AREAS, RANKS, RANKS, RANKS),
    st.builds(assertions.EconomiesCounted, RANKS, st.none() | RANKS),
    st.builds(assertions.CountWent, AREAS, st.sampled_from(Direction), SINCE),
    st.builds(assertions.Went, CLUSTERS | ECONOMIES, st.sampled_from(Direction), SINCE, RANKS, st.booleans()),
    st.builds(assertions.Entered, CLUSTERS, st.booleans()),
    st.builds(assertions.Crossed, CLUSTERS | ECONOMIES, RANKS, st.booleans()),
    st.builds(assertions.Passed, CLUSTERS, CLUSTERS) | st.builds(assertions.Passed, ECONOMIES, ECONOMIES),
)
CLAIMS = st.builds(
    Claim,
    SINGLE | st.lists(SINGLE, min_size=2, max_size=4).map(tuple).map(assertions.AllOf),
    SINCE,
    st.booleans(),
    st.sampled_from(Over),
    SINCE,
).filter(lambda claim: claim.since is None or claim.since <= (claim.edition or RANKINGS.newest.year))
CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")


@given(CLAIMS, st.sampled_from(OUTCOMES))
def test_what_goes_in_comes_out(claim: Claim, outcome: str) -> None:
    code = receipts.write(Receipt(claim, outcome, RANKINGS.version))
    found = receipts.read(code, RANKINGS)
    assert same(found.claim, claim)
    assert found.outcome == outcome
    assert RANKINGS.version.startswith(found.version)
    assert receipts.read(code.lower().replace("-", " ").replace("0", "o").replace("1", "l"), RANKINGS) == found


def test_a_receipt_is_short_enough_to_type() -> None:
    claim = Claim(assertions.Ahead(ClusterRef("london", ""), ClusterRef("paris", "")), over=Over.ALWAYS)
    assert len(receipts.write(Receipt(claim, "false", RANKINGS.version))) <= 40


@given(CLAIMS, st.data())
def test_one_wrong_character_is_noticed(claim: Claim, data: st.DataObject) -> None:
    code = receipts.write(Receipt(claim, "true", RANKINGS.version))
    place = data.draw(st.sampled_from([n for n, char in enumerate(code) if char != "-"][:-1]))
    other = data.draw(st.sampled_from([c for c in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if c != code[place]]))
    with pytest.raises(ReceiptError):
        receipts.read(code[:place] + other + code[place + 1 :], RANKINGS)


@given(st.text(max_size=80))
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ReceiptError):
        receipts.read(text, RANKINGS)


def test_no_two_places_share_a_hash() -> None:
    for names in (RANKINGS.clusters, RANKINGS.regions):
        assert len({receipts._hash(name) for name in names}) == len(names)


def _sealed(body: bytes) -> str:
    """Return the code of any bytes, with the right check: what somebody could make who knows the format."""
    check = (zlib.crc32(body) & 0xFFFF).to_bytes(2)
    return b32encode(body + check).decode().rstrip("=").translate(CROCKFORD)


@given(CLAIMS, st.data())
def test_a_forged_receipt_is_refused_or_judged(claim: Claim, data: st.DataObject) -> None:
    code = receipts.write(Receipt(claim, "true", RANKINGS.version)).replace("-", "")
    standard = code.translate({value: key for key, value in CROCKFORD.items()})
    body = bytearray(b32decode(standard + "=" * (-len(standard) % 8))[:-2])
    for _ in range(data.draw(st.integers(1, 3))):
        body[data.draw(st.integers(3, len(body) - 1))] = data.draw(st.integers(0, 255))
    assert as_record(PIPELINE.ask(f"verify {_sealed(bytes(body))}"), RANKINGS)["text"]


@pytest.mark.parametrize(
    "claim",
    [
        Claim(assertions.Ahead(ClusterRef("london", ""), ClusterRef("paris", "")), edition=2026),
        Claim(assertions.CountWent(EconomyRef("DE"), Direction.UP, 2026)),
        Claim(assertions.Passed(ClusterRef("london", ""), EconomyRef("FR"))),
        Claim(assertions.AllOf(())),
    ],
)
def test_a_receipt_about_what_is_not_held_is_refused(claim: Claim) -> None:
    with pytest.raises(ReceiptError):
        receipts.read(receipts.write(Receipt(claim, "true", RANKINGS.version)), RANKINGS)

"""Claims that say more than is judged here are refused; those that only look alike are judged by what they say."""

from __future__ import annotations

import pytest

from bot.pipeline import open_pipeline
from bot.replies.record import as_record

PIPELINE = open_pipeline()

NOT_JUDGED = """
    China has the most clusters in the top 50
    the US has the most clusters in the top 10
    Shenzhen is number 1 and Tokyo is number 2
    Tokyo is ahead of Shenzhen and first
    more than half of the top 10 are not Asian
    half of the top 10 are not Asian
    Türkiye has more than twice as many clusters as Iran in 2022
    Singapore has 16 clusters
    Munich has 27 clusters
    Switzerland has been the most innovative country for 15 years
    Germany has 3 fewer clusters than in 2022
    it's not true that Munich is ahead of Berlin
    it is false that Munich is ahead of Berlin
    it isn't true that Munich is ahead of Berlin
    it's a lie that Munich is ahead of Berlin
    Not true: Munich is ahead of Berlin
    Wrong. Munich is ahead of Berlin
    Munich is ahead of Berlin. That is wrong.
    nobody believes Munich is ahead of Berlin
    he denied saying Munich is ahead of Berlin
    Tokyo isn't not first
    Tokyo has never not been ahead of Seoul
    Tokyo is ahead, not Seoul
    Tokyo and Munich are not both in the top 5
    London has stayed in the top 10
    London rose to 8
    Munich is just ahead of Berlin
    Munich is one place ahead of Berlin
    Germany is well ahead of France
    Germany has a higher rank number than France
    Tokyo has most of the patents
    Tokyo has a tenth of the patents
    Tokyo has 10% fewer patents
    Tokyo has 10 % of the top 100's patents
    Tokyo has between 10 and 11% of patents
    China has a single cluster
    China has many clusters
    Tokyo is the best place to live
    On average, Munich is ahead of Berlin
    In theory, Tokyo is first
    Until recently, Tokyo is first
    Tokyo is first, according to QS
    In football, Germany is ahead of France
"""

JUDGED = [
    ("no African cluster is ranked", False),
    ("not a single Indian cluster is in the top 20", True),
    ("less than half of the top 10 are Asian", False),
    ("at most half of the top 10 are Asian", True),
    ("exactly half of the top 10 are Asian", True),
    ("Europe has twice as many clusters as Africa in 2022", True),
    ("China has had more clusters than the US since 2022", False),
    ("Munich is lower than 20", True),
    ("Munich is better than 30", True),
    ("Tokyo was not number one in any edition", False),
    ("Tokyo was first in no edition", False),
    ("Munich fell exactly 3 places", False),
    ("London rose 13 places", True),
    ("London rose at least 3 places", True),
    ("Delhi overtook Munich", True),
    ("Tokyo overtook Seoul", False),
    ("Germany fell", True),
    ("San Jose gets more venture capital than London", True),
    ("my wife says Munich is ahead of Berlin", True),
]

ASKED = [
    ("are there no African clusters", False),
    ("does Germany have no cluster", False),
    ("isn't Munich ahead of Berlin", True),
    ("isn't it true that Munich is ahead of Berlin", True),
    ("is Munich higher than 30", True),
    ("was Tokyo first in any edition", True),
]

OTHER_TOPICS = """
    In football, Germany is ahead of France
    By GDP: is Germany ahead of France?
    QS: Oxford is number 3
    house prices: is London first?
    Air quality: is Delhi in the top 50?
    Rent prices... is Munich in the top 30?
    FIFA: where is Brazil ranked?
    chess. where is India ranked?
    gdp: rank of Germany?
    inflation: how many clusters does Germany have?
    traffic, top 10 clusters 2022
"""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _claimed(question: str) -> object:
    values = as_record(PIPELINE.ask(question), PIPELINE.rankings)["values"]
    return next((value["value"] for value in values if value["measure"] == "claim"), None)


@pytest.mark.parametrize("claim", _lines(NOT_JUDGED))
def test_a_claim_that_says_more_is_not_judged(claim: str) -> None:
    assert _claimed(f"settle {claim}") is None
    assert _claimed(claim) is None


@pytest.mark.parametrize(("claim", "verdict"), JUDGED)
def test_a_claim_is_judged_by_what_it_says(claim: str, *, verdict: bool) -> None:
    assert _claimed(f"settle {claim}") is verdict


@pytest.mark.parametrize(("question", "verdict"), ASKED)
def test_a_denial_in_a_question_is_told_from_a_denial_of_it(question: str, *, verdict: bool) -> None:
    assert _claimed(question) is verdict


@pytest.mark.parametrize("question", _lines(OTHER_TOPICS))
def test_a_topic_said_first_is_what_a_question_is_about(question: str) -> None:
    assert as_record(PIPELINE.ask(question), PIPELINE.rankings)["status"] == "not_understood"

"""Tags of claims, limits beside what else is asked, and the ranking of clusters beside an economy."""

from __future__ import annotations

import pytest

from bot.pipeline import open_pipeline
from bot.replies.record import as_record

PIPELINE = open_pipeline()

UNREAD = ("not_understood", "unknown_place")

CLAIMS = {
    "China has fewer clusters than the US": False,
    "China has more clusters than the US": True,
    "Tokyo is number one": False,
    "Tokyo is ahead of Seoul": True,
    "Munich is in the top 10": False,
    "London rose since 2024": True,
    "no African cluster is in the top 10": True,
    "Munich is not ahead of Berlin": False,
    "Berlin isn't ahead of Munich": True,
    "Germany is ahead of Switzerland in the GII": False,
    "Beijing is at rank 4": True,
}

TAGS = (
    "isnt that so|isn't that so, bro|isn't it|isnt it mate|innit|ain't it|don't they|doesn't it|no|am i wrong|correct"
    "|is it not|isn't it so|is that not so|isn't that right|do they not|is it|is that so|or not|oder|aint that so"
)

UNCLEAR = "not|not so|not really|nope|wrong|is that wrong|isn't that wrong|or is that false|tell me i'm wrong"

DROPPED = """
    biggest climbers among the top 50
    10 biggest climbers in the top 50
    the top 20 that fell
    leading clusters that fell
    biggest fallers outside the top 50
    which clusters ranked 10 to 20 rose
    which countries in the GII top 20 fell
    which clusters rose by 10
    which clusters climbed 4 places
    who moved up one place
    which of the top 10 has the most patents
    which of the top 20 has the highest intensity
    who in the top 50 has most publications
    which of the top 10 countries is best in human capital
    how many clusters outside the top 50 does China have
    Chinese clusters ranked 10 to 20
"""

AMONG = {
    "which cities in the 2025 top 10 went up since 2024": {"London", "New York City", "San Jose–San Francisco"},
    "which clusters in the top 5 fell": {"Tokyo–Yokohama", "Beijing", "Seoul"},
    "who climbed in the top 10": {"London", "New York City", "San Jose–San Francisco"},
    "which top 5 clusters fell": {"Tokyo–Yokohama", "Beijing", "Seoul"},
    "who fell in the first five": {"Tokyo–Yokohama", "Beijing", "Seoul"},
    "which European top 20 clusters rose": {"London"},
    "which German clusters fell by more than 20 places": {"Stuttgart"},
}

KEPT = """
    top 10 climbers
    movers top 10
    top five most improved clusters
    China's top 5 climbers
    in 2025, top 10 climbers
    which 3 clusters fell most
    who is in the top 10 by patents
    which Chinese clusters were in the top ten of 2022 by publications
    US clusters by publications in 2022, top 3
"""

INDIAN = """
    need the Indian cluster list asap
    cluster list of India
    India clusters list
    cluster ranking India
    list of Indian clusters
"""

OTHER_RANKING = """
    is India in the cluster ranking
    Germany vs France cluster ranking
    Germany ahead of France in the cluster ranking
    did Germany rise in the cluster ranking
    how did Germany move in the cluster ranking
"""

TALKED_AROUND = [
    ("yoo wheres tokyo at these days", "Tokyo–Yokohama"),
    ("oi gente sao paolo rank pls", "São Paulo"),
    ("abeg where is nigeria in the gii", "Nigeria"),
    ("rank of munich, dont guess", "Munich"),
    ("grandpa still says bombay, so: bombay rank", "Mumbai"),
    ("buisness sophistication rank of israel", "Israel"),
    ("uk cluster count", "the United Kingdom"),
]

IDLE = """
    abeg who won the match
    yoo wheres the party at in tokyo
    oi gente bitcoin
    admit it
    dont make it up
    munich football: rank of munich
    my dad loves munich weather. rank of munich?
    people in munich drink beer. rank of munich?
    indian restaurant list
    blergh dude
    zzqq man
"""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _status(question: str) -> object:
    return as_record(PIPELINE.ask(question), PIPELINE.rankings)["status"]


def _claimed(question: str) -> object:
    values = as_record(PIPELINE.ask(question), PIPELINE.rankings)["values"]
    return next((value["value"] for value in values if value["measure"] == "claim"), None)


@pytest.mark.parametrize("tag", TAGS.split("|"))
def test_a_tag_turns_no_claim_round(tag: str) -> None:
    assert {claim: _claimed(f"{claim}, {tag}?") for claim in CLAIMS} == CLAIMS
    assert _claimed(f"Tokyo is number one {tag}") is False


@pytest.mark.parametrize("tag", UNCLEAR.split("|"))
def test_what_may_deny_a_claim_at_its_end_leaves_it_unjudged(tag: str) -> None:
    assert {_claimed(f"{claim}, {tag}?") for claim in CLAIMS} == {None}


@pytest.mark.parametrize("question", _lines(DROPPED))
def test_ranks_that_no_list_is_limited_to_are_not_dropped(question: str) -> None:
    assert _status(question) in UNREAD


@pytest.mark.parametrize(("question", "places"), AMONG.items())
def test_who_moved_among_the_leading_ones_or_so_far_is_listed(question: str, places: set[str]) -> None:
    record = as_record(PIPELINE.ask(question), PIPELINE.rankings)
    assert places <= set(record["places"])
    assert not {"Delhi", "Bengaluru", "Nanjing"} & set(record["places"])


@pytest.mark.parametrize("question", _lines(KEPT))
def test_a_limit_that_counts_what_is_listed_is_read(question: str) -> None:
    assert _status(question) == "answered"


@pytest.mark.parametrize("question", _lines(INDIAN))
def test_the_cluster_list_of_an_economy_holds_its_clusters(question: str) -> None:
    record = as_record(PIPELINE.ask(question), PIPELINE.rankings)
    assert set(record["places"]) - {"India"} == {"Bengaluru", "Delhi", "Mumbai", "Chennai"}
    assert not any(value["measure"] == "gii_rank" for value in record["values"])


@pytest.mark.parametrize("question", _lines(OTHER_RANKING))
def test_the_rank_in_the_index_is_not_told_for_one_among_clusters(question: str) -> None:
    assert _status(question) == "not_understood"


@pytest.mark.parametrize(("question", "place"), TALKED_AROUND)
def test_talk_around_a_clear_question_hides_nothing(question: str, place: str) -> None:
    record = as_record(PIPELINE.ask(question), PIPELINE.rankings)
    assert record["status"] == "answered"
    assert place.removeprefix("the ") in " ".join(record["places"])


@pytest.mark.parametrize("question", _lines(IDLE))
def test_talk_alone_asks_nothing(question: str) -> None:
    assert _status(question) in UNREAD


def test_the_licence_is_told_of_what_is_published() -> None:
    assert _status("under which licence are these figures published?") == "answered"
    assert _status("when is my driving licence published?") in UNREAD


def test_counts_are_compared_as_counts() -> None:
    record = as_record(PIPELINE.ask("China's cluster count vs the US"), PIPELINE.rankings)
    assert not any(value["measure"] == "gii_rank" for value in record["values"])


@pytest.mark.parametrize(
    "text",
    [
        "compare germany and france in the cluster ranking",
        "compare clusters of germany and france",
        "history of germany in the cluster ranking",
        "history germany clusters",
    ],
)
def test_a_command_about_clusters_is_not_answered_from_the_index(text: str) -> None:
    answered = PIPELINE.ask(text).answer
    assert answered is None or not any(value.measure.startswith("gii") for value in answered.values)

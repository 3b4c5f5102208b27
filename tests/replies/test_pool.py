"""A whole pool as it reads, looked at by eye: `pytest tests/replies/test_pool.py --golden-update` writes it anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.community.pool.actions import Entered, Moved, Posted, Receipt, Resulted, Stopped, Tick, Told, Withdrawn
from bot.community.pool.asking import prompts_from
from bot.community.pool.claims import packed
from bot.community.pool.entering import read_entry
from bot.community.pool.model import Entry, Leader, Prompt, TopFive, Will
from bot.community.pool.opening import baseline
from bot.community.pool.outcomes import outcomes
from bot.community.times import TimeProblem
from bot.questions.assertions import Entered as EnteredTop
from bot.questions.assertions import Passed, Went
from bot.questions.queries import Claim
from bot.questions.refs import ClusterRef, Direction
from bot.rankings.model import Measure
from bot.replies.composing.pool import (
    compose_entries,
    compose_notice,
    compose_own,
    compose_pool,
    compose_results,
    compose_so_far,
    compose_told,
)
from bot.replies.composing.pool_prompts import (
    LABEL_LIMIT,
    field_hint,
    field_label,
    published_question,
    question,
)
from bot.replies.composing.pool_refusals import compose_problems, compose_prompt_problems, compose_time_problem
from bot.replies.plain import as_text
from tests.community.pool.support import AFTER, CLOSES, GAME, OPENS, opened, salt, without_ranks

if TYPE_CHECKING:
    from datetime import datetime

    from bot.community.pool.actions import Action
    from bot.community.pool.state import Pool
    from bot.pipeline import Pipeline
    from bot.rankings.model import Rankings
    from bot.replies.reply import Reply

TRANSCRIPT = Path(__file__).parent / "transcripts" / "pool.txt"
LINE = "top five; patents; clusters of Germany; Munich in the top 20; Will Beijing pass Seoul?"
HOUR = timedelta(hours=1)
FORMS = {
    11: ("Tokyo\nShenzhen\nBeijing\nSeoul\nSan Francisco", "Tokyo", "10", "yes", "70%"),
    12: ("Shenzhen, Tokyo, Seoul, Beijing, Osaka", "Shenzhen", "9", "35", "50"),
    13: ("Tokyo\nShenzhen\nSeoul\nBeijing\nSan Francisco", "Tokyo", "12", "0", "20"),
    14: ("Paris, London, Berlin, Munich, Oxford", "München", "50", "100", "no"),
}


class Evening:
    """A pool in play that writes down everything that is said."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self.rankings = pipeline.rankings
        self.said: list[str] = []
        self.pool: Pool | None = None

    def say(self, heading: str, reply: Reply) -> None:
        self.said.append(f"> {heading}\n{as_text(reply)}")

    def act(self, heading: str, action: Action, at: datetime) -> None:
        step = GAME.apply(self.pool, action, at)
        self.pool = step.state
        if isinstance(step.told, (Receipt, Told)):
            self.say(heading, compose_told(self.pool, step.told, self.rankings))
        for notice in GAME.notices(self.pool):
            self.say(f"[posted: {notice.key}]", compose_notice(self.pool, notice, self.rankings))
            self.pool = GAME.apply(self.pool, Posted(notice.key, 1), at).state

    def form(self, person: int, fields: tuple[str, ...], at: datetime) -> None:
        assert self.pool is not None
        read = read_entry(self.pool.prompts, fields, self.pipeline.reader)
        heading = f"[form of {person}: {' | '.join(field.replace(chr(10), ' / ') for field in fields)}]"
        if isinstance(read, Entry):
            self.act(heading, Entered(person, read, salt(person)), at)
        else:
            self.say(heading, compose_problems(self.pool.prompts, read, self.rankings))


def whole_pool(pipeline: Pipeline) -> str:
    rankings = pipeline.rankings
    gaps = without_ranks(rankings, 2022, [4, 24])
    evening = Evening(pipeline)
    wrong = "patents; foo; pct; clusters of Europe; London ahead of Fooville; London and Paris in the top 10"
    refused = prompts_from(wrong, 2022, pipeline.reader)
    evening.say(f"pool open 2022 {wrong}", compose_prompt_problems(refused))  # type: ignore[arg-type]
    asked: tuple[Prompt, ...] = prompts_from(LINE, 2022, pipeline.reader)  # type: ignore[assignment]
    known = baseline(asked, 2022, rankings)
    evening.act(f"pool open 2022 {LINE}", opened(asked, known), OPENS)
    assert evening.pool is not None
    labels = [f"{field_label(prompt, rankings)} ({field_hint(prompt)})" for prompt in asked]
    evening.said.append("\n".join(["> [the form]", *labels]))
    evening.form(11, ("Tokyo, Fooville, Springfield, Reykjavik, Yokohama", "", "101", "0.7", "perhaps"), OPENS)
    evening.form(11, ("Tokyo, Seoul", "Germany", "-1", "5", "5"), OPENS)
    for person, fields in FORMS.items():
        evening.form(person, fields, OPENS)
    evening.form(12, (FORMS[12][0], "Tokyo", "9", "35", "50"), OPENS)
    evening.act("[15 takes an entry back]", Withdrawn(15), OPENS)
    evening.act("pool moves", Moved(1, CLOSES + HOUR), OPENS)
    evening.act("pool moves into the past", Moved(1, OPENS - HOUR), OPENS)
    evening.say("pool entries", compose_entries(evening.pool))
    evening.say("pool", compose_pool(evening.pool, rankings))
    evening.say("pool results", compose_results(evening.pool, rankings))
    evening.say("[12 looks at their own]", compose_own(evening.pool, 12, rankings))
    evening.act("[time passes]", Tick(), CLOSES + HOUR)
    evening.form(16, FORMS[11], CLOSES + HOUR)
    evening.say("pool", compose_pool(evening.pool, rankings))
    found = outcomes(asked, 2022, rankings)
    evening.say("[the countdown is at 3]", compose_so_far(evening.pool, found, 3))
    evening.act("[data with gaps]", Resulted("v1", outcomes(asked, 2022, gaps)), AFTER)
    evening.act("[the whole data]", Resulted("v2", found), AFTER)
    evening.say("pool", compose_pool(evening.pool, rankings))
    evening.say("[13 looks at their own]", compose_own(evening.pool, 13, rankings))
    evening.say("[17 looks at their own]", compose_own(evening.pool, 17, rankings))
    sealed = evening.pool.entries
    nameless = replace(evening.pool, entries={-1 if who == 11 else who: each for who, each in sealed.items()})
    evening.say("pool results, 11 being forgotten", compose_results(nameless, rankings))
    evening.act("pool stop", Stopped(1), AFTER)
    evening.pool = None
    evening.act("pool open 2023", opened((TopFive(),), edition=2023), OPENS)
    evening.act("pool stop", Stopped(1), OPENS)
    assert evening.pool is not None
    evening.say("pool", compose_pool(evening.pool, rankings))
    return "\n\n".join(evening.said) + "\n"


def test_a_whole_pool_reads_as_reviewed(pipeline: Pipeline, request: pytest.FixtureRequest) -> None:
    rendered = whole_pool(pipeline)
    if request.config.getoption("--golden-update"):
        TRANSCRIPT.write_text(rendered, "utf-8")
    assert rendered == TRANSCRIPT.read_text("utf-8")


def claim(rankings: Rankings, assertion: object, *, negated: bool = False) -> Will:
    return Will(packed(Claim(assertion, negated=negated), rankings))  # type: ignore[arg-type]


MUNICH, BERLIN = ClusterRef("munich", "Munich"), ClusterRef("berlin", "Berlin")


@pytest.mark.parametrize(
    ("assertion", "words"),
    [
        (EnteredTop(MUNICH), "Munich enters the top 100"),
        (EnteredTop(MUNICH, left=True), "Munich leaves the top 100"),
        (Passed(MUNICH, BERLIN), "Munich passes Berlin"),
        (Went(MUNICH, Direction.UP), "Munich climbs 1 place or more"),
        (Went(MUNICH, Direction.DOWN, by=3, exact=True), "Munich falls exactly 3 places"),
    ],
)
def test_changes_are_asked_for_as_changes_to_come(rankings: Rankings, assertion: object, words: str) -> None:
    assert question(claim(rankings, assertion), rankings) == f"How likely: {words}"


def test_a_denied_change_does_not_read_as_the_change(rankings: Rankings) -> None:
    assert "not" in question(claim(rankings, EnteredTop(MUNICH), negated=True), rankings)


def test_a_question_for_the_file_names_its_edition(rankings: Rankings) -> None:
    for prompt in (TopFive(), Leader(Measure.PATENTS), claim(rankings, Passed(MUNICH, BERLIN))):
        assert "2026" in published_question(prompt, 2026, rankings)


def test_labels_fit_the_form(rankings: Rankings) -> None:
    longest = sorted(rankings.clusters.values(), key=lambda cluster: len(cluster.name))[-2:]
    first, second = (ClusterRef(cluster.id, cluster.name) for cluster in longest)
    label = field_label(claim(rankings, Passed(first, second)), rankings)
    assert len(label) == LABEL_LIMIT
    assert label.endswith("…")


def test_every_way_a_time_can_be_wrong_has_its_sentence() -> None:
    assert len({as_text(compose_time_problem(problem)) for problem in TimeProblem}) == len(TimeProblem)


def test_everything_an_actor_is_told_has_its_sentence(pipeline: Pipeline) -> None:
    pool = GAME.apply(None, opened((TopFive(),)), OPENS).state
    assert len({as_text(compose_told(pool, told, pipeline.rankings)) for told in Told}) == len(Told)


def test_what_the_table_has_dropped_is_shown_by_its_id(rankings: Rankings) -> None:
    pool = GAME.apply(None, opened((Leader(Measure.PATENTS),)), OPENS).state
    pool = GAME.apply(pool, Entered(5, Entry(("tokyo-yokohama",)), salt(5)), OPENS).state
    fewer = {cluster: held for cluster, held in rankings.clusters.items() if cluster != "tokyo-yokohama"}
    assert "tokyo-yokohama" in as_text(compose_own(pool, 5, replace(rankings, clusters=fewer)))

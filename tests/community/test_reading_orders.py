"""Orders in words: what they mean, and which texts are questions all the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.community import orders
from bot.community.orders import Setting
from bot.community.quiz.question import Band, Topic
from bot.community.reading_orders import HELPED, NOON, read_order
from bot.replies.wording.en_events import ORDERS


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("quiz start", orders.QuizStart()),
        ("Quiz Start 5 Map HARD 30", orders.QuizStart(5, Topic.MAP, Band.HARD, 30)),
        ("quiz start hard countries 5 rounds 30s", orders.QuizStart(5, Topic.ECONOMIES, Band.HARD, 30)),
        ("quiz start 10 questions", orders.QuizStart(10)),
        ("quiz stop", orders.QuizStop()),
        ("quiz skip", orders.QuizSkip()),
        ("quiz score", orders.QuizScore()),
        ("quiz daily", orders.QuizDaily(NOON)),
        ("quiz daily 9:30 UTC", orders.QuizDaily(570)),
        ("quiz daily 18", orders.QuizDaily(1080)),
        ("quiz daily off", orders.QuizDaily(None)),
        ("pool", orders.PoolState()),
        ("pool entries", orders.PoolEntries()),
        ("pool results", orders.PoolResults()),
        ("pool open 2026 closes friday 18:00", orders.PoolOpen(2026, "friday 18:00")),
        (
            "pool open 2026 closes in 3 days asking: top five; London ahead of Paris",
            orders.PoolOpen(2026, "in 3 days", "top five; London ahead of Paris"),
        ),
        ("pool close tomorrow 12:00", orders.PoolMove("tomorrow 12:00")),
        ("pool cancel", orders.PoolCancel()),
        ("release rehearse", orders.ReleaseRehearse()),
        ("release rehearse 2022 pause 3 spoilers", orders.ReleaseRehearse(2022, 3, True)),
        ("release arm 2026", orders.ReleaseArm(2026)),
        ("release arm 2026 at 16 September 18:00", orders.ReleaseArm(2026, "16 September 18:00")),
        ("release go", orders.ReleaseGo()),
        ("release stop", orders.ReleaseStop()),
        ("announce here", orders.Announce()),
        ("announce here <@&42>", orders.Announce(42)),
        ("announce off", orders.AnnounceOff()),
        ("settings", orders.SettingsShow()),
        ("settings prefix ?", orders.SettingsChange(Setting.PREFIX, "?")),
        ("settings organisers <@&42>", orders.SettingsChange(Setting.ORGANISERS, "42")),
        ("mydata", orders.MyData()),
        ("my data", orders.MyData()),
        ("forget me", orders.ForgetMe()),
        ("data reload", orders.DataReload()),
        ("help quiz", orders.Usage("quiz")),
    ],
)
def test_orders(text: str, order: orders.Order) -> None:
    assert read_order(text) == order


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("quiz", "quiz"),
        ("quiz start 0", "quiz"),
        ("quiz start 31", "quiz"),
        ("quiz start 5 5", "quiz"),
        ("quiz start 5 61", "quiz"),
        ("quiz start five", "quiz"),
        ("quiz daily 25:00", "quiz"),
        ("pool open", "pool"),
        ("pool open 2026", "pool"),
        ("pool open closes friday", "pool"),
        ("pool close", "pool"),
        ("release", "release"),
        ("release arm", "release"),
        ("release rehearse 2022 pause 500", "release"),
        ("announce", "announce"),
        ("announce here @everyone", "announce"),
        ("settings colour red", "settings"),
    ],
)
def test_half_an_order_is_told_how_to_be_given(text: str, about: str) -> None:
    order = read_order(text)
    assert isinstance(order, orders.Usage)
    assert order.about == about


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rank London",
        "release date 2026",
        "data",
        "my hometown is Paris",
        "forget Paris",
        "data reload now",
        "help",
        "map",
    ],
)
def test_questions_are_no_orders(text: str) -> None:
    assert read_order(text) is None


@given(st.text(max_size=200), st.sampled_from(["", *HELPED, "quiz start", "pool open 2026 closes", "release arm"]))
def test_any_text_is_read(text: str, opening: str) -> None:
    read_order(f"{opening} {text}")


@pytest.mark.parametrize("example", [example for examples in ORDERS.values() for example, _ in examples])
def test_every_example_is_an_order(example: str) -> None:
    assert not isinstance(read_order(example), orders.Usage | None)


def test_every_kind_of_order_is_explained() -> None:
    assert tuple(ORDERS) == HELPED

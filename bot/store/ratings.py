"""Ratings: how hard questions are, and how able people are, as learned from answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.holding import hold
from bot.store.interruption import uninterrupted
from bot.store.records import Rating
from bot.store.tables import person_ratings, question_ratings, rated_rounds

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Table
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.store.database import Database


class Ratings:
    """Ratings of questions, by a key of the caller's, and of people in a server.

    Whoever or whatever has not been rated yet is in none of the answers: where ratings begin is the caller's to say.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @uninterrupted
    async def questions(self, keys: Collection[str]) -> Mapping[str, Rating]:
        """Return the ratings of those of some questions that have one."""
        table = question_ratings
        async with self._database.reading() as connection:
            rows = await connection.execute(select(table).where(table.c.question.in_(keys)))
            return {row.question: Rating(row.value, row.answers) for row in rows}

    @uninterrupted
    async def all_questions(self) -> Mapping[str, Rating]:
        """Return the ratings of all questions that have one."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(question_ratings))
            return {row.question: Rating(row.value, row.answers) for row in rows}

    @uninterrupted
    async def person(self, server: int, person: int) -> Rating | None:
        """Return somebody's rating in a server, if they have one."""
        return (await self.people(server, (person,))).get(person)

    @uninterrupted
    async def people(self, server: int, persons: Collection[int]) -> Mapping[int, Rating]:
        """Return the ratings of those of some people who have one in a server."""
        table = person_ratings
        async with self._database.reading() as connection:
            rows = await connection.execute(select(table).where(table.c.server == server, table.c.person.in_(persons)))
            return {row.person: Rating(row.value, row.answers) for row in rows}

    @uninterrupted
    async def record(
        self, event_id: int, round_number: int, question: str, rating: Rating, people: Mapping[int, Rating]
    ) -> bool:
        """Keep the ratings that a round of an event led to, once: repeated, this changes nothing.

        They take the place of the former ones; where two events rate the same question at the same moment, those
        that come last stand. Nameless people are left out. Returns whether the round had not been rated before.

        Raises:
            NoSuchEvent: there is no such event.
            OutOfStep: somebody is not in the event's log, or no longer.
        """
        rounds = self._database.insert(rated_rounds).values(event=event_id, round=round_number)
        async with self._database.writing() as connection:
            server = await hold(connection, event_id, people)
            if (await connection.execute(rounds.on_conflict_do_nothing())).rowcount == 0:
                return False
            await self._keep(connection, question_ratings, [{"question": question} | _values(rating)])
            # Always in the same order, so that two events never wait for each other.
            named = sorted((person, of_them) for person, of_them in people.items() if person >= 0)
            rows = [{"server": server, "person": person} | _values(of_them) for person, of_them in named]
            await self._keep(connection, person_ratings, rows)
        return True

    async def _keep(self, connection: AsyncConnection, table: Table, rows: list[dict[str, object]]) -> None:
        if rows:
            insert = self._database.insert(table)
            new = {"value": insert.excluded.value, "answers": insert.excluded.answers}
            key = list(table.primary_key.columns)
            await connection.execute(insert.on_conflict_do_update(index_elements=key, set_=new), rows)


def _values(rating: Rating) -> dict[str, object]:
    return {"value": rating.value, "answers": rating.answers}

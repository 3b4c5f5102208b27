"""Settings, subscriptions, events with their logs and points, ratings and announcements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    event_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "clusterbot_servers",
        sa.Column("server", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("prefix", sa.Text()),
        sa.Column("locale", sa.Text()),
        sa.Column("style", sa.Text()),
        sa.Column("organisers", sa.BigInteger()),
        sa.PrimaryKeyConstraint("server", name="pk_clusterbot_servers"),
    )
    op.create_table(
        "clusterbot_channels",
        sa.Column("channel", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("server", sa.BigInteger(), nullable=False, index=True),
        sa.Column("role", sa.BigInteger()),
        sa.Column("at_minute", sa.Integer()),
        sa.PrimaryKeyConstraint("channel", "what", name="pk_clusterbot_channels"),
    )
    op.create_table(
        "clusterbot_events",
        sa.Column("id", event_id, sa.Identity(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("opened_at", moment, nullable=False),
        sa.Column("closed_at", moment),
        sa.PrimaryKeyConstraint("id", name="pk_clusterbot_events"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_clusterbot_events_server_kind", "clusterbot_events", ["server", "kind"])
    op.create_index(
        "ux_clusterbot_events_open",
        "clusterbot_events",
        ["kind", "scope"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "clusterbot_log",
        sa.Column("event", event_id, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("person", sa.BigInteger(), index=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event"], ["clusterbot_events.id"], name="fk_clusterbot_log_event", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event", "number", name="pk_clusterbot_log"),
    )
    op.create_table(
        "clusterbot_points",
        sa.Column("event", event_id, autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False, index=True),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event"], ["clusterbot_events.id"], name="fk_clusterbot_points_event", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event", "person", name="pk_clusterbot_points"),
    )
    op.create_table(
        "clusterbot_question_ratings",
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("value", sa.Double, nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("question", name="pk_clusterbot_question_ratings"),
    )
    op.create_table(
        "clusterbot_person_ratings",
        sa.Column("server", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False, index=True),
        sa.Column("value", sa.Double, nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("server", "person", name="pk_clusterbot_person_ratings"),
    )
    op.create_table(
        "clusterbot_rated_rounds",
        sa.Column("event", event_id, autoincrement=False, nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["event"], ["clusterbot_events.id"], name="fk_clusterbot_rated_rounds_event", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event", "round", name="pk_clusterbot_rated_rounds"),
    )
    op.create_table(
        "clusterbot_announcements",
        sa.Column("edition", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("channel", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("edition", "channel", name="pk_clusterbot_announcements"),
    )

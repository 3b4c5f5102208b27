from __future__ import annotations

import importlib.util

import pytest

from bot.store.addresses import file_of, read_address
from bot.store.failures import StoreError, StoreUnavailable, UnusableAddress
from bot.store.store import Store


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_postgresql_may_be_called_by_its_usual_names(scheme: str) -> None:
    url = read_address(f"{scheme}://ada:secret@db.example:5433/bot?sslmode=require")
    assert url.render_as_string(hide_password=False) == (
        "postgresql+asyncpg://ada:secret@db.example:5433/bot?ssl=require"
    )
    assert file_of(url) is None


def test_a_file_may_have_spaces_and_signs_in_its_path() -> None:
    assert str(file_of(read_address("sqlite:////var/my bot/50%/a.sqlite3"))) == "/var/my bot/50%/a.sqlite3"


@pytest.mark.parametrize(
    "address", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:a?uri=true", "mysql://u:secret@h/d", "secret"]
)
async def test_what_is_no_database_that_lasts_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(UnusableAddress) as refused:
        await Store.open(address)
    assert "DATABASE_URL" in str(refused.value)
    assert "secret" not in str(refused.value)


async def test_without_its_driver_postgresql_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(importlib.import_module("sys").modules, "asyncpg", None)
    with pytest.raises(UnusableAddress, match=r"clusterbot\[postgres\]"):
        await Store.open("postgresql://localhost/bot")


async def test_a_server_that_is_not_there_is_unavailable(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        await Store.open("postgresql://ada:secret@/bot?host=/nonexistent")
    assert "secret" not in str(refused.value)
    assert isinstance(refused.value, StoreError)

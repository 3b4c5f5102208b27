"""Five hundred entries, locked, scored, published, and checked by a program that shares no code with the bot."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.community.pool.actions import Resulted
from bot.community.pool.opening import baseline
from bot.community.pool.outcomes import outcomes
from bot.community.pool.publishing import published
from tests.community.pool.support import AFTER, GAME, locked, prompts, some_entry, without_ranks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.community.pool.state import Pool
    from bot.rankings.model import Rankings

VERIFIER = Path(__file__).parents[3] / "docs" / "verify_pool.py"
ENTRIES = 500


def verify(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(VERIFIER), str(path), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def scored(rankings: Rankings, data: Rankings, count: int) -> Pool:
    chance = random.Random(2022)
    asked = prompts(rankings)
    pool = locked(asked, [some_entry(chance) for _ in range(count)], baseline(asked, 2022, rankings))
    return GAME.apply(pool, Resulted(data.version, outcomes(asked, 2022, data)), AFTER).state


def redigested(file: dict[str, Any]) -> dict[str, Any]:
    """Return a file whose digest somebody with bad intentions has worked out anew."""
    content = {key: value for key, value in file.items() if key != "digest"}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return {**content, "digest": hashlib.sha256(text.encode()).hexdigest()}


@pytest.fixture(scope="module")
def pool(rankings: Rankings) -> Pool:
    return scored(rankings, rankings, ENTRIES)


def test_five_hundred_entries_are_verified(pool: Pool, tmp_path: Path) -> None:
    path = tmp_path / "pool.json"
    path.write_text(json.dumps(published(pool, ("…",) * 5)), "utf-8")
    done = verify(path, pool.commitment)
    assert done.returncode == 0, done.stdout
    assert f"{ENTRIES} entries" in done.stdout
    assert pool.commitment in done.stdout
    assert verify(path, "0" * 64).returncode == 1


def test_void_prompts_gaps_and_no_entries_are_verified_too(rankings: Rankings, tmp_path: Path) -> None:
    for number, (data, count) in enumerate([(without_ranks(rankings, 2022, [2, 4]), 5), (rankings, 0)]):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(published(scored(rankings, data, count), ())), "utf-8")
        done = verify(path)
        assert done.returncode == 0, done.stdout


def test_the_published_file_names_no_person(pool: Pool) -> None:
    file = json.dumps(published(pool, ()))
    assert not any(str(person) in file for person in pool.entries)


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path to every single value in a file."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from places(each, (*path, key))
    elif isinstance(value, list) and value:
        for index, each in enumerate(value):
            yield from places(each, (*path, index))
    else:
        yield path


def tampered(file: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    changed = deepcopy(file)
    holder: Any = changed
    for step in path[:-1]:
        holder = holder[step]
    old = holder[path[-1]]
    if isinstance(old, bool):
        holder[path[-1]] = not old
    elif isinstance(old, int):
        holder[path[-1]] = old + 1
    elif isinstance(old, str):
        holder[path[-1]] = ("1" if old[:1] != "1" else "2") + old[1:]
    else:
        holder[path[-1]] = 5
    return changed


@pytest.fixture(scope="module")
def verifier() -> Any:
    """The verifier in this process: the same code as in its own, for thousands of files."""
    space: dict[str, Any] = {"__name__": "verify_pool"}
    exec(compile(VERIFIER.read_text("utf-8"), str(VERIFIER), "exec"), space)
    return space


def verdict(verifier: Any, file: dict[str, Any], tmp_path: Path) -> int:
    path = tmp_path / "tampered.json"
    path.write_text(json.dumps(file), "utf-8")
    return int(verifier["main"]([str(path)]))


def test_tampering_with_any_field_is_detected(rankings: Rankings, verifier: Any, tmp_path: Path) -> None:
    file = json.loads(json.dumps(published(scored(rankings, rankings, 4), ("…",) * 5)))
    assert verdict(verifier, file, tmp_path) == 0
    for path in places(file):
        assert verdict(verifier, tampered(file, path), tmp_path) == 1, path
    for key in file:
        assert verdict(verifier, {other: value for other, value in file.items() if other != key}, tmp_path) == 1, key


@pytest.mark.parametrize("key", ["pool", "edition", "prompts", "commitment", "entries"])
def test_what_was_committed_to_cannot_be_changed_under_a_new_digest(
    rankings: Rankings, verifier: Any, tmp_path: Path, key: str
) -> None:
    file = json.loads(json.dumps(published(scored(rankings, rankings, 4), ())))
    assert verdict(verifier, redigested(file), tmp_path) == 0
    for path in places(file[key], (key,)):
        assert verdict(verifier, redigested(tampered(file, path)), tmp_path) == 1, path


def test_scores_and_the_crowd_cannot_be_changed_under_a_new_digest(
    rankings: Rankings, verifier: Any, tmp_path: Path
) -> None:
    file = json.loads(json.dumps(published(scored(rankings, rankings, 4), ())))
    crowd = next(n for n, opponent in enumerate(file["opponents"]) if opponent["name"] == "crowd")
    changes = [
        *(("opponents", n, "points", 0) for n in range(2)),
        *(("opponents", n, "total") for n in range(2)),
        ("opponents", crowd, "entry", 2),
        ("outcomes", 2, "truth"),
        ("outcomes", 3, "truth"),
    ]
    for path in changes:
        assert verdict(verifier, redigested(tampered(file, path)), tmp_path) == 1, path


def test_an_entry_left_out_or_put_in_is_detected(rankings: Rankings, verifier: Any, tmp_path: Path) -> None:
    file = json.loads(json.dumps(published(scored(rankings, rankings, 4), ())))
    assert verdict(verifier, redigested({**file, "entries": file["entries"][1:]}), tmp_path) == 1
    other = json.loads(json.dumps(published(scored(rankings, rankings, 5), ())))
    assert verdict(verifier, redigested({**other, "commitment": file["commitment"]}), tmp_path) == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"format": 1}', "\x00", "5"])
def test_what_is_no_published_file_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pool.json"
    path.write_text(text, "utf-8")
    done = verify(path)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_missing_file_or_argument_has_a_status_of_its_own(tmp_path: Path) -> None:
    assert verify(tmp_path / "nothing.json").returncode == 2
    usage = subprocess.run([sys.executable, str(VERIFIER)], capture_output=True, text=True, check=False)
    assert usage.returncode == 2
    assert "COMMITMENT" in usage.stdout


def test_entries_are_not_published_before_the_result(rankings: Rankings) -> None:
    with pytest.raises(ValueError, match="result"):
        published(locked(prompts(rankings), []), ())


def test_the_verifier_shares_no_code_with_the_bot() -> None:
    assert "bot" not in {
        line.split()[1].split(".")[0]
        for line in VERIFIER.read_text("utf-8").splitlines()
        if line.startswith(("import ", "from "))
    }

"""Check the published file of a prediction pool: `python verify_pool.py FILE [COMMITMENT]`.

This program shares no code with the bot and needs nothing but Python (3.11 or newer). It works out anew every hash, the
commitment, every score and place, and what the crowd's median predicted, by the rules of `docs/pools.md`. COMMITMENT is
what was posted when the pool closed: without it, all that is shown is that the file agrees with itself.

One line is printed per finding. The exit status is 0 if all is well, 1 if something is not, 2 if there is no such file.
"""

# ruff: noqa: T201 - it speaks to whoever runs it

from __future__ import annotations

import hashlib
import json
import math
import statistics
import sys
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMAT = "clusterbot prediction pool 1"


def digest(value: object) -> str:
    """Return the SHA-256 of a value written as JSON with sorted keys, without spaces, in ASCII."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def leaf(file: dict[str, Any], entry: dict[str, Any]) -> str:
    """Return the hash of an entry: what its owner's receipt begins with."""
    return digest(
        {
            "edition": file["edition"],
            "entry": entry["entry"],
            "pool": file["pool"],
            "prompts": digest(file["prompts"]),
            "salt": entry["salt"],
        }
    )


def commitment(leaves: Iterable[str]) -> str:
    """Return the SHA-256 of all hashes of entries in rising order, each followed by a line feed."""
    return hashlib.sha256("".join(one + "\n" for one in sorted(leaves)).encode("ascii")).hexdigest()


def score(prompt: dict[str, str], predicted: Any, truth: Any) -> int | None:
    """Return the points of a prediction, in thousandths; None where our sources do not know what is true."""
    if truth is None:
        return None
    if predicted is None:
        return 0
    kind = prompt["kind"]
    if kind == "top_five":
        named = sum(cluster in predicted for cluster in truth if cluster is not None)
        placed = sum(mine == true for mine, true in zip(predicted, truth, strict=True))
        return 1000 * (named + placed)
    if kind == "leader":
        return 10_000 if predicted in truth else 0
    if kind == "will":
        return 10_000 - (predicted - (100 if truth else 0)) ** 2
    if kind == "how_many":
        return round(10_000 * (1 - abs(math.log(1 + predicted) - math.log(1 + truth)) / math.log(101)))
    raise ValueError(f"unknown kind of prompt: {kind}")


def median(kind: str, predictions: list[Any]) -> object:
    """Return what many predictions of one prompt come to together."""
    if kind in ("will", "how_many"):
        return statistics.median_low(predictions)
    votes: dict[str, int] = {}
    for predicted in predictions:
        for place, cluster in enumerate(predicted if kind == "top_five" else [predicted]):
            votes[cluster] = votes.get(cluster, 0) + 5 - place
    best = sorted(votes, key=lambda cluster: (-votes[cluster], cluster))
    return best[:5] if kind == "top_five" else best[0]


def well_formed(kind: str, predicted: object) -> bool:
    """Return whether a prediction is one that the form allows."""
    if kind == "top_five":
        return isinstance(predicted, list) and len(predicted) == len(set(predicted)) == 5
    if kind == "leader":
        return isinstance(predicted, str)
    return type(predicted) is int and 0 <= predicted <= 100


def check_score(file: dict[str, Any], line: dict[str, Any], name: str) -> Iterator[str]:
    """Yield what is wrong with the points of a line."""
    truths = [outcome["truth"] for outcome in file["outcomes"]]
    points = [score(*each) for each in zip(file["prompts"], line["entry"], truths, strict=True)]
    if line["points"] != points:
        yield f"{name}: the points are {points}, not {line['points']}"
    total = sum(each for each in points if each is not None)
    if line["total"] != total:
        yield f"{name}: the total is {total}, not {line['total']}"


def problems(file: dict[str, Any], posted: str) -> Iterator[str]:
    """Yield everything that is wrong with a file."""
    if file["format"] != FORMAT:
        yield f"this program checks files of the format {FORMAT!r}"
    if file["digest"] != digest({key: value for key, value in file.items() if key != "digest"}):
        yield "the digest of the file is another: something in it was changed"
    kinds = [prompt["kind"] for prompt in file["prompts"]]
    entries = file["entries"]
    totals = sorted(entry["total"] for entry in entries)
    for entry in entries:
        name = f"entry {entry['leaf'][:16]}"
        if leaf(file, entry) != entry["leaf"]:
            yield f"{name}: its hash is {leaf(file, entry)}"
        if not all(well_formed(*each) for each in zip(kinds, entry["entry"], strict=True)):
            yield f"{name}: no such entry could be made"
        yield from check_score(file, entry, name)
        place = 1 + len(totals) - bisect_right(totals, entry["total"])
        if entry["place"] != place:
            yield f"{name}: the place is {place}, not {entry['place']}"
    leaves = [entry["leaf"] for entry in entries]
    if leaves != sorted(set(leaves)):
        yield "the entries are not in the order of their hashes, each once"
    if commitment(leaves) != file["commitment"]:
        yield f"the commitment to these entries is {commitment(leaves)}"
    if posted and posted.strip().lower() != file["commitment"]:
        yield "the commitment of the file is not the one that was posted"
    for opponent in file["opponents"]:
        yield from check_score(file, opponent, f"opponent {opponent['name']}")
        if opponent["name"] == "crowd":
            columns = zip(kinds, *(entry["entry"] for entry in entries), strict=True)
            together = [median(kind, predictions) for kind, *predictions in columns]
            if opponent["entry"] != together:
                yield f"the crowd's median is {together}"


def main(arguments: list[str]) -> int:
    """Check a file, print the findings, and return the exit status."""
    if len(arguments) not in (1, 2):
        print(__doc__)
        return 2
    try:
        file = json.loads(Path(arguments[0]).read_text("utf-8"))
        found = list(problems(file, arguments[1] if len(arguments) == 2 else ""))
    except OSError as error:
        print(f"cannot read it: {error}")
        return 2
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError) as error:
        found = [f"this is no file of a pool: {error!r}"]
    for line in found:
        print(f"WRONG  {line}")
    if found:
        return 1
    print(f"ok  {len(file['entries'])} entries, each with the hash that stands for it")
    print(f"ok  their commitment is {file['commitment']}")
    print("ok  it is the one that was posted" if len(arguments) == 2 else "not checked: which commitment was posted")
    print("ok  every score and place, and the crowd's median")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

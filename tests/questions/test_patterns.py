from __future__ import annotations

import re

import pytest

from bot.questions.patterns import compile_all, later


def test_a_pattern_does_what_it_does_when_compiled_at_once() -> None:
    pattern = later(r"\bgi+\b", re.IGNORECASE)
    assert pattern.sub("index", "the GII, the gi and giga") == "the index, the index and giga"
    assert [found[0] for found in pattern.finditer("GI gii")] == ["GI", "gii"]
    assert pattern.fullmatch("gii it") is None


def test_a_pattern_is_compiled_at_its_first_use_and_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: compiled.append(pattern) or compile_now(pattern, flags))
    used, unused = later("used"), later("unused")
    assert compiled == []
    assert used.search("used") and used.match("used")
    assert compiled == ["used"]
    compile_all()
    assert compiled.count("used") == compiled.count("unused") == 1
    assert unused.search("unused")
    assert compiled.count("unused") == 1


def test_a_pattern_has_nothing_but_its_methods() -> None:
    with pytest.raises(AttributeError):
        _ = later("x").groups

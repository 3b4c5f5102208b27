"""What is installed in service is pinned, release by release and file by file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PINS = (ROOT / "requirements.txt").read_text("utf-8")
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("linux", "darwin", "win32")


class Pin(NamedTuple):
    requirement: Requirement
    hashes: list[str]


def pins() -> list[Pin]:
    lines = re.sub(r" \\\n\s+", " ", re.sub(r"^#.*\n", "", PINS, flags=re.MULTILINE)).splitlines()
    read = [line.partition(" --hash=") for line in lines]
    return [Pin(Requirement(pinned), hashes.split(" --hash=")) for pinned, _, hashes in read]


def needed() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [
        Requirement(each)
        for each in (
            *project["project"]["dependencies"],
            *project["project"]["optional-dependencies"]["postgres"],
            *project["build-system"]["requires"],
            *project["dependency-groups"]["packaging"],
        )
    ]


def test_every_line_is_one_release_with_hashes_and_nothing_else() -> None:
    assert len(pins()) > 50
    for requirement, hashes in pins():
        assert [specifier.operator for specifier in requirement.specifier] == ["=="], requirement
        assert requirement.url is None
        assert hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in hashes), requirement


def test_no_host_and_no_option_is_named() -> None:
    assert "://" not in PINS
    assert not re.search(r"^\s*-(?!-hash=)", PINS, re.MULTILINE)


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_what_the_project_needs_is_pinned_once_and_as_it_needs_it(python: str, platform: str) -> None:
    surroundings = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": platform}
    held = [pin.requirement for pin in pins() if pin.requirement.marker is None
            or pin.requirement.marker.evaluate(surroundings)]  # fmt: skip
    versions = {canonicalize_name(each.name): next(iter(each.specifier)).version for each in held}
    assert len(versions) == len(held)
    for requirement in needed():
        assert versions[canonicalize_name(requirement.name)] in requirement.specifier, requirement


def test_the_installation_described_and_the_image_use_the_hashes() -> None:
    page = (ROOT / "docs" / "operations" / "README.md").read_text("utf-8")
    container = (ROOT / "docs" / "operations" / "Containerfile").read_text("utf-8")
    for text in (page, container):
        commands = re.findall(r"pip install (.*)$", text, re.MULTILINE)
        assert ["--require-hashes" in command or "--no-deps" in command for command in commands] == [True, True]
    (command,) = re.findall(r"^#    (uv .*)$", PINS, re.MULTILINE)
    assert command.replace("--output-file", "--upgrade --output-file") in page

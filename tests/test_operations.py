"""What is given to operators names only what exists."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from prometheus_client import CollectorRegistry

from bot.operating.metrics import Metrics
from bot.settings import Settings
from tests.operating.support import Patient

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "operations"
PAGE = (FOLDER / "README.md").read_text("utf-8")
SETTINGS = {name.upper() for name in Settings.model_fields}
OTHERS = r"XDG_\w+|MPLCONFIGDIR|PYTHON\w+|POSTGRES_\w+"
"""Variables of the surroundings that other programs read."""


@pytest.fixture(scope="module")
def families() -> list[Metric]:
    """All that can be scraped of a bot of which everything is known."""
    registry = CollectorRegistry()
    metrics = Metrics(registry)
    metrics.attach(Patient())
    metrics.answered("rank", "answered", 0.001)
    metrics.refused("message", "person")
    with metrics.timed("reading"):
        pass
    return list(registry.collect())


@pytest.fixture(scope="module")
def labels(families: list[Metric]) -> dict[str, set[str]]:
    """The names of all samples, each with its labels."""
    samples = [sample for family in families for sample in family.samples]
    return {sample.name: set(sample.labels) for sample in samples}


@pytest.fixture(scope="module")
def ours(families: list[Metric]) -> dict[str, set[str]]:
    """The names of our own metrics, as one asks for them, each with its labels."""
    return {
        f"{family.name}_total" if family.type == "counter" else family.name: set(family.samples[0].labels) - {"le"}
        for family in families
        if family.name.startswith("clusterbot_")
    }


def rules() -> list[dict[str, Any]]:
    return yaml.safe_load((FOLDER / "alerts.yaml").read_text("utf-8"))["groups"][0]["rules"]


def charted() -> list[str]:
    dashboard = json.loads((FOLDER / "dashboard.json").read_text("utf-8"))
    return [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]


def metrics_in(expression: str) -> set[str]:
    return set(re.findall(r"\b(?:clusterbot|process|python)_\w+", expression))


EXPRESSIONS = [*(rule["expr"] for rule in rules()), *charted()]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_alerts_and_charts_use_metrics_and_labels_that_exist(expression: str, labels: dict[str, set[str]]) -> None:
    used = metrics_in(expression)
    assert used <= set(labels)
    of_it = set().union(*(labels[name] for name in used)) | {"instance", "job"}
    grouped = {name for by in re.findall(r"by \(([^)]*)\)", expression) for name in re.findall(r"\w+", by)}
    matched = set(re.findall(r"[{,]\s*(\w+)\s*[=!]", expression))
    assert grouped | matched <= of_it
    for opening, closing in ("()", "[]", "{}"):
        assert expression.count(opening) == expression.count(closing)


def test_every_metric_of_ours_is_charted(ours: dict[str, set[str]]) -> None:
    shown = {re.sub(r"_(bucket|count)$", "", name) for one in charted() for name in metrics_in(one)}
    assert {name for name in shown if name.startswith("clusterbot_")} == set(ours)


def test_the_page_explains_every_metric_of_ours_and_no_other(ours: dict[str, set[str]]) -> None:
    rows = re.findall(r"^\| `(clusterbot_\w+)` \|([^|]*)\|", PAGE, re.MULTILINE)
    assert {name: set(re.findall(r"\w+", named)) for name, named in rows} == ours


def test_alerts_say_what_is_the_matter_and_what_to_do(labels: dict[str, set[str]]) -> None:
    names = [rule["alert"] for rule in rules()]
    assert len(names) == len(set(names))
    for rule in rules():
        assert rule["labels"]["severity"] in {"critical", "warning"}
        told = rule["annotations"]["summary"] + rule["annotations"]["description"]
        grouped = re.search(r"by \(([^)]*)\)", rule["expr"])
        of_it = (
            set(re.findall(r"\w+", grouped[1]))
            if grouped
            else {"instance"}.union(*(labels[name] for name in metrics_in(rule["expr"])))
        )
        assert set(re.findall(r"\$labels\.(\w+)", told)) <= of_it, rule["alert"]


def test_panels_do_not_lie_over_one_another() -> None:
    dashboard = json.loads((FOLDER / "dashboard.json").read_text("utf-8"))
    places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in dashboard["panels"]]
    assert len(set(places)) == len(places)
    assert len({panel["id"] for panel in dashboard["panels"]}) == len(places)


def unit() -> dict[str, list[tuple[str, str]]]:
    """The sections of the unit, with settings as often as they stand there."""
    sections: dict[str, list[tuple[str, str]]] = {}
    for line in (FOLDER / "clusterbot.service").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            name, _, value = line.partition("=")
            section.append((name, value))
    return sections


class Composition(yaml.SafeLoader):
    """Reads a compose file, in which a list may take the place of another."""


Composition.add_constructor("!override", yaml.SafeLoader.construct_yaml_seq)


def composition(name: str) -> dict[str, Any]:
    with (FOLDER / name).open(encoding="utf-8") as file:
        return yaml.load(file, Composition)


def environments() -> set[str]:
    """What the unit, the container and the compose file set in the surroundings of the bot."""
    composed = [composition(name)["services"].values() for name in ("compose.yaml", "compose.shards.yaml")]
    container = (FOLDER / "Containerfile").read_text("utf-8")
    of_unit = " ".join(value for name, value in unit()["Service"] if name == "Environment")
    of_container = " ".join(re.findall(r"^ENV (.*)$", container, re.MULTILINE))
    of_services = {name for services in composed for service in services for name in service["environment"]}
    return of_services | set(re.findall(r"(\w+)=", f"{of_unit} {of_container}"))


def test_every_setting_that_is_named_exists() -> None:
    assert "METRICS_PORT" in environments()
    named = environments() | set(re.findall(r"\b([A-Z]+(?:_[A-Z]+)+)\b", PAGE))
    assert {name for name in named if not re.fullmatch(OTHERS, name)} <= SETTINGS


def test_the_unit_is_unprivileged_and_reloads() -> None:
    service = dict(unit()["Service"])
    assert service["DynamicUser"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert "-HUP" in service["ExecReload"]
    assert int(service["TimeoutStopSec"]) > 10


def test_the_container_is_unprivileged_and_its_base_has_a_version() -> None:
    container = (FOLDER / "Containerfile").read_text("utf-8")
    assert all(re.fullmatch(r"python:3\.\d+\.\d+-[\w-]+( AS build)?", base) for base in bases(container))
    assert re.findall(r"^USER (\d+):\d+$", container, re.MULTILINE)[-1] != "0"
    for copied in re.findall(r"^COPY (?!--from)(.*) \S+$", container, re.MULTILINE):
        for name in copied.split():
            assert (ROOT / name).exists(), name
            assert f"!{name}\n" in (FOLDER / "Containerfile.dockerignore").read_text("utf-8")


def bases(container: str) -> list[str]:
    found = re.findall(r"^FROM (.*)$", container, re.MULTILINE)
    assert found
    return found


def test_the_container_port_is_open_to_this_machine_only() -> None:
    bot = composition("compose.yaml")["services"]["bot"]
    port = bot["environment"]["METRICS_PORT"]
    assert bot["ports"] == [f"127.0.0.1:{port}:{port}"]
    assert f":{port}/healthz" in bot["healthcheck"]["test"][-1]


def test_the_containers_for_shards_serve_each_once_and_open_different_ports() -> None:
    services = composition("compose.shards.yaml")["services"].values()
    [count] = {service["environment"]["SHARDS"] for service in services}
    shards = [
        Settings(_env_file=None, database_url="postgresql://database/bot", shards=count, shard_ids=each).shard_ids  # type: ignore[call-arg]
        for each in (service["environment"]["SHARD_IDS"] for service in services)
    ]
    assert sorted(number for ids in shards for number in ids or ()) == list(range(int(count)))
    ports = [port for service in services for port in service["ports"]]
    assert all(port.startswith("127.0.0.1:") for port in ports)
    assert len(set(ports)) == len(ports)

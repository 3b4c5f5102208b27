from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

NOT_TO_CONNECT = (
    "numpy pandas sqlalchemy frictionless openpyxl alembic dateparser matplotlib PIL prompt_toolkit prometheus_client"
)
PROGRAM = f"""
import sys
import bot.running
from bot.pipeline import open_pipeline
from bot.starting import beforehand

pipeline = open_pipeline()
print([name for name in {NOT_TO_CONNECT.split()} if name in sys.modules])
beforehand(pipeline).join()
loaded = set(sys.modules)
from bot.cogs.events.hall import Hall
from bot.cogs.events.slash_events import EventCommands
pipeline.ask("rank Mnuich, Germany")
pipeline.ask("my boss wants to know who climbed most")
print(sorted(set(sys.modules) - loaded))
"""


def test_the_rest_is_loaded_after_what_connects_and_before_what_answers(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode().split("\n") == ["[]", "[]", ""]

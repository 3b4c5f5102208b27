"""Imported once by the process that children are forked from, so that each finds the tables read."""

from __future__ import annotations

from tests.hosting.children import pipeline

pipeline()

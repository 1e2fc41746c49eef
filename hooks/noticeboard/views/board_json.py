"""board.json: the whole board as data, and the JSON Schema that describes it (SPECIFICATION section 7)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from pydantic import BaseModel

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.filings import filings_of
from noticeboard.content.documents import TYPES, Plan
from noticeboard.views.helpers.addresses import BOARD_JSON, BOARD_SCHEMA
from noticeboard.views.helpers.board_data.activities import activity_data
from noticeboard.views.helpers.board_data.documents import document_data, fields_of, list_of, own_data
from noticeboard.views.helpers.board_data.evaluations import evaluation_data
from noticeboard.views.helpers.board_data.model import board_model
from noticeboard.views.helpers.board_data.targets import target_data
from noticeboard.views.helpers.board_data.units import unit_data
from noticeboard.views.helpers.board_data.withdrawn import withdrawn_data
from noticeboard.views.helpers.page import Asset
from noticeboard.views.withdrawn import number_of


def assets(catalog: Catalog) -> Iterator[Asset]:
    """board.json and its schema."""
    yield Asset(BOARD_JSON, partial(_board, catalog), also=lambda: catalog.history.updated)
    yield Asset(BOARD_SCHEMA, board_schema)


def board_schema() -> bytes:
    """The JSON Schema of board.json."""
    return _schema_of(board_model())


@cache
def _schema_of(model: type[BaseModel]) -> bytes:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(),
    }
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _board(catalog: Catalog) -> bytes:
    lists: dict[str, list[Mapping[str, Any] | BaseModel]] = {
        "documents": [document_data(catalog, document) for document in catalog.shown],
        "activities": [activity_data(catalog, entry) for entry in catalog.entries],
        "targets": [
            target_data(target, public=catalog.audience == "public")
            for plan in catalog.of_type(Plan)
            for target in catalog.targets[plan.path]
        ],
        "evaluations": list(map(evaluation_data, catalog.evaluations)),
        "units": list(map(unit_data, filings_of(catalog))),
        "withdrawn": [withdrawn_data(it, number_of(catalog, it)) for it in catalog.withdrawals],
    }
    for kind in TYPES.values():
        if fields_of(kind):
            lists[list_of(kind)] = [own_data(catalog, it) for it in catalog.of_type(kind)]
    head = {"organisation": catalog.settings.organisation, "generated": catalog.today}
    return (board_model()(**head, **lists).model_dump_json(indent=1) + "\n").encode()

"""A public document with everything that pages of results may show, with figures that tests can look for."""

from typing import Any

SERVICES = ("S01", "S02", "S03")
GROUPS = ("seniors", "disability", "families", "carers", "foreigners")
INDEX = {"seniors": 88.0, "disability": 81.0, "families": 54.0, "carers": 79.0, "foreigners": 76.0}
ASKED = {"seniors": 22.0, "disability": 25.0, "families": 47.0, "carers": 30.0, "foreigners": 12.0}
CZK = {"seniors": 31_000_000, "disability": 12_500_000, "families": 6_400_000, "carers": 2_100_000}


def estimate(value: float, margin: float = 3.0) -> dict[str, float]:
    return {"value": value, "low": value - margin, "high": value + margin}


def cell(kind: str, code: str | None, value: float, **more: Any) -> dict[str, Any]:
    return {
        "kind": kind,
        "code": code,
        "band": "normal",
        "n": 120,
        "index": estimate(value),
        "survey": estimate(value + 2),
        "voice": estimate(55.0, 12.0) | {"praise": 31, "complaint": 22, "voice_basis": "counted"},
        "voice_weight": 0.2,
        "overall": estimate(value + 1),
        "top": None,
        "bottom": None,
        "change": None,
        "broken": False,
        **more,
    }


def share(item: str, option: str, groups: list[str], value: float) -> dict[str, Any]:
    return {"item": item, "option": option, "target_groups": groups, "n": 412, **estimate(value, 4.0)}


def money(kind: str, code: str | None, czk: int) -> dict[str, Any]:
    return {
        "kind": kind,
        "code": code,
        "year": 2025,
        "czk": czk,
        "share": 10.0,
        "per_user": czk // 160,
        "per_capacity": None,
    }


def document(compared_with: dict[str, str] | None = None) -> dict[str, Any]:
    """Families are asked for most and rated worst; the others cannot be told apart at the top."""
    changed = estimate(4.2, 2.0) | {"flagged": True}
    faint = estimate(-1.4, 5.0) | {"flagged": False}
    return {
        "method": {"minimum_cell": 10, "version": "3"},
        "cells": [
            cell("total", None, 78.0, n=412, change=changed if compared_with else None),
            cell("service", "S01", 84.0, change=faint if compared_with else None),
            cell("service", "S02", 71.0, broken=bool(compared_with)),
            {"kind": "service", "code": "S03", "band": "hidden"},
            *(cell("target_group", code, INDEX[code]) for code in GROUPS),
        ],
        "modes": {"web": 300, "paper": 112},
        "languages": {"cs": 412},
        "received": 430,
        "weighting": {
            "used": True,
            "margins": ["age", "sex"],
            "design_effect": 1.3,
            "n_eff": 317.0,
            "trimmed": None,
            "why_not": None,
        },
        "compared_with": compared_with,
        "smallest_change": 4.6 if compared_with else None,
        "need": [
            share("q10", "respite", ["carers"], 17.0),
            share("q10", "family_help", ["families"], 14.0),
            share("q10", "none", [], 40.0),
        ],
        "reasons": [share("q11", "full", [], 51.0)],
        "priorities": [share("q12", code, [code], ASKED[code]) for code in GROUPS],
        "future": [],
        "money": [
            money("total", None, 52_000_000),
            money("service", "S01", 3_000_000),
            *(money("target_group", code, czk) for code, czk in CZK.items()),
        ],
    }

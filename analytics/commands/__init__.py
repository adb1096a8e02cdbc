"""The command line for the methodologist and for anyone who doubts: a table for people, or one JSON object.

Every command is a module here with `add_arguments(parser)`, `run(arguments)`, which returns the JSON object,
and `table(document)`, which returns the same for people. Only the command that is asked for is loaded:
scikit-learn takes seconds. What can't be done is said in one sentence on standard error, with exit status 2.
Knows no database and no web: files in, figures out.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from analytics.commands.reading import RefusalError

COMMANDS = {
    "evaluate": "how well the coder learns to tell labels from texts: F1, with intervals, label by label",
    "rank": "how much of the reading the order of the queue saves: a simulated triage",
    "estimate": "the share of a label in all texts, from machine labels and a random sample of human ones",
}
REFUSED = 2
_INTERRUPTED = 130


def main(argv: Sequence[str]) -> int:
    """Run one command; return the exit status: 0 done, 1 the reader has gone, 2 refused, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = build_parser(argv).parse_args(argv)
    try:
        print(_answer(arguments), flush=True)  # noqa: T201 - printing is what a command line is for
    except RefusalError as refusal:
        sys.stderr.write(f"{' '.join(str(refusal).split())}\n")
        return REFUSED
    except BrokenPipeError:
        # `… | head` has read enough; without this, Python would complain once more while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    return 0


def _answer(arguments: argparse.Namespace) -> str:
    command = import_module(f"{__name__}.{arguments.command}")
    document = command.run(arguments)
    if arguments.json:
        return json.dumps(document, ensure_ascii=False, allow_nan=False)
    return str(command.table(document))


def build_parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of all commands; only the one that `argv` begins with has its own options."""
    parser = argparse.ArgumentParser(prog="python -m analytics", description=__doc__.split("\n", 1)[0])
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=f"Say {summary}.")
        command.add_argument("file", metavar="FILE", help="CSV with a header; the delimiter is recognised")
        command.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
        if name in argv[:1]:
            import_module(f"{__name__}.{name}").add_arguments(command)
    return parser

"""How long it takes to read, check and compare questionnaires, against the least that any program would need.

The baseline of files is the same file opened by its parser alone (JSON, openpyxl, defusedxml), that of
everything done to a questionnaire is to load it. Times are the processor's. Knows no server and no database.
"""

import argparse
import io
import itertools
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from defusedxml import ElementTree

from forms import changes, checks, definition, interchange, simulation
from forms.interchange import RefusedFileError, xlsform

ROOT = Path(__file__).resolve().parent.parent
ANNUAL = ROOT / "survey_app" / "content" / "javorov" / "annual-2026.json"
LIMESURVEY = ROOT / "tests" / "interchange" / "limesurvey"
REPEATS = 5


def milliseconds(work: Callable[[], Any]) -> float:
    """Return the median processor time of `REPEATS` runs."""
    taken = []
    for _ in range(REPEATS):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return statistics.median(taken) * 1000


def report(what: str, work: Callable[[], Any], baseline: Callable[[], Any]) -> None:
    """Print one row: what, its time, and how many times its baseline that is."""
    took, least = milliseconds(work), milliseconds(baseline)
    print(f"{what:44} {took:9.1f} ms {took / least:9.1f} × {least:.1f} ms")


def longer(document: dict[str, Any], times: int) -> dict[str, Any]:
    """Return a questionnaire with the sections of another one several times, under codes of their own."""
    text = json.dumps(document["sections"])
    codes = [item["item_code"] for section in document["sections"] for item in section["items"]]
    sections = []
    for number in range(times):
        again = text
        for code in codes:
            again = again.replace(f'"{code}"', f'"{code}_{number}"')
        sections += [
            section | {"section_code": f"{section['section_code']}_{number}"} for section in json.loads(again)
        ]
    return document | {"sections": sections}


def measure_document(name: str, document: dict[str, Any]) -> None:
    """Print the rows of one questionnaire: what the designer does with it, and XLSForm there and back."""
    text = json.dumps(document)
    questionnaire = definition.load(document)

    numbers = itertools.count()

    def fresh() -> definition.Questionnaire:
        """Another version each time: what is known of the one before is no help."""
        return definition.load(document | {"version": f"benchmark-{next(numbers)}"})

    count = f"{name}, {len(questionnaire.items)} items"
    report(f"load ({count})", fresh, lambda: json.loads(text))
    report(f"check ({count})", lambda: checks.findings(fresh()), fresh)
    report(f"walk every way ({count})", lambda: simulation.walk(fresh()), fresh)
    report(f"compare ({count})", lambda: changes.compare(questionnaire, fresh()), fresh)
    workbook = xlsform.write(questionnaire).content
    report(f"write XLSForm ({count})", lambda: xlsform.write(questionnaire), lambda: opened(workbook))
    measure_file(f"{name}.xlsx", workbook)


def measure_file(name: str, content: bytes) -> None:
    """Print the row of one file that is brought in."""
    try:
        items = len(definition.load(interchange.read(name, content).document).items)
    except RefusedFileError as error:
        print(f"read {name:39} refused: {error.code}")
        return
    report(f"read {name}, {items} items", lambda: interchange.read(name, content), lambda: opened(content))


def opened(content: bytes) -> object:
    """Open a file with nothing but its parser, every cell or element of it."""
    if content.startswith(b"PK"):
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
    if content.lstrip().startswith(b"{"):
        return json.loads(content)
    return ElementTree.fromstring(content)


def main() -> None:
    """Measure the files named, or what ships with Ohlas."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="XLSForm, LimeSurvey or JSON files")
    files: list[Path] = parser.parse_args().files
    print(f"Python {sys.version.split()[0]}, median of {REPEATS} runs")
    if not files:
        annual = json.loads(ANNUAL.read_text(encoding="utf-8"))
        measure_document("annual", annual)
        measure_document("ten times annual", longer(annual, 10))
        files = sorted(LIMESURVEY.glob("*.lss"))
    for file in files:
        measure_file(file.name, file.read_bytes())


if __name__ == "__main__":
    main()

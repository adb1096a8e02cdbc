"""One table in one format, into an open file. Knows which module writes which format."""

from collections.abc import Sequence
from typing import BinaryIO

from forms.codebook import Variable, ddi
from forms.definition import Questionnaire
from survey_app.jobs.export_files import delimited, workbook
from survey_app.jobs.export_files.table import Table
from survey_app.vocabulary import ExportFormat


def write(table: Table, form: ExportFormat, file: BinaryIO, study: ddi.Study, last: Questionnaire) -> None:
    """Write the table of a study; `last` is the newest version that was answered."""
    title = study.titles.get("cs") or next(iter(study.titles.values()), study.code)
    match form:
        case ExportFormat.CSV:
            delimited.write(table, file)
        case ExportFormat.XLSX:
            workbook.write(table, file)
        case ExportFormat.CODEBOOK:
            file.write(ddi.document(study, last, _variables(table)))
        case ExportFormat.SPSS | ExportFormat.STATA:
            _write_statistics(table, form, file, title)


def _write_statistics(table: Table, form: ExportFormat, file: BinaryIO, title: str) -> None:
    from survey_app.jobs.export_files import statistics  # noqa: PLC0415  # pandas is 60 MB; others do without

    write_to = statistics.write_spss if form is ExportFormat.SPSS else statistics.write_stata
    write_to(table, f"/dev/fd/{file.fileno()}", title)


def _variables(table: Table) -> Sequence[Variable]:
    return [column.variable for column in table.columns]

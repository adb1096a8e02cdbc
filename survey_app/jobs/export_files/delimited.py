"""Comma-separated values: codes as the questionnaire has them, in a spreadsheet never a formula."""

from typing import BinaryIO

from forms.spreadsheet import csv_lines
from survey_app.jobs.export_files.table import Table, rows


def write(table: Table, file: BinaryIO) -> None:
    """Write the table, a line for each response (UTF-8, RFC 4180)."""
    for line in csv_lines([column.variable.heading for column in table.columns], rows(table)):
        file.write(line.encode())

"""Published results as tables for programs (CSV): satisfaction, need, money.

    SHEETS["potreby"].text(Published(report, options))   the table
    SHEETS["potreby"].all_columns                        its columns, and what they mean

Three tables, because need, satisfaction and money are never one number. Knows no address and no catalogue.
"""

from survey_app.blueprints.results.sheets import figures, money, need
from survey_app.blueprints.results.sheets.sheet import MANY, Column, Published, Sheet

__all__ = ["FIGURES", "MANY", "SHEETS", "Column", "Published", "Sheet"]

FIGURES = figures.SHEET
SHEETS = {sheet.code: sheet for sheet in (figures.SHEET, need.SHEET, money.SHEET)}

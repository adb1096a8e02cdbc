"""Files of responses: a table in little memory, made safer by choice, written in one of several formats.

    table.Recording  ->  Table: categories as numbers in columns, words in a file of their own
    safer            ->  a Table that tells less
    files.write      ->  CSV, XLSX, SPSS, Stata or DDI

Knows variables of `forms.codebook` and answers; no database, no wave and no outbox.
"""

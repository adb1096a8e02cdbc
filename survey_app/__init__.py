"""Ohlas: everything that touches HTTP, tables or the job broker.

Folder = layer, file name = stage (design, collection, classification, triage, index, staff).
Only `operations` write, only `queries` read, only `db.transaction()` commits.
"""

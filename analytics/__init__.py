"""Frames and arrays in, frames and arrays out: text coding and estimation. Knows no web, no table, no queue."""

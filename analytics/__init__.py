"""Frames and arrays in, frames and arrays out: text coding, estimation. Knows no web, table or queue."""

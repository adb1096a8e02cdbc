"""Coding of verbatim comments: relevance, target groups, kind, language and signs of danger, with reasons.

Start from `coding_frame.CodingFrame` and `coder.DayOneCoder`; `learned` takes over where a town's own
decisions allow it.
"""

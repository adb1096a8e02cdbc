"""Plain text out of the Markdown that labels of XLSForms may hold.

Emphasis, headings and links, each in one pass over the text: patterns that look for the end of an emphasis
from every place where one might begin take minutes for a cell that is all asterisks.
"""

from __future__ import annotations

import re

MARKS = re.compile(r"\*+|_+|\n")
LONGEST = 3
"""A longer run of signs is a line to write on, or one drawn."""
HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")


def plain(text: str) -> tuple[str, bool]:
    """The text without marks, a link as "text (address)"; and whether anything of its looks was lost."""
    bare = _without_emphasis(text)
    bare, headings = HEADING.subn("", bare)
    bare, links = LINK.subn(r"\1 (\2)", bare)
    return bare, bool(headings or links) or bare != text


def _without_emphasis(text: str) -> str:
    """Marks stay unless a pair of them encloses words; one of a single sign ends in its own line."""
    opened: dict[str, re.Match[str]] = {}
    dropped: list[tuple[int, int]] = []
    for match in MARKS.finditer(text):
        mark = match[0]
        if len(mark) > LONGEST:
            continue
        if mark == "\n":
            opened = {known: begin for known, begin in opened.items() if len(known) > 1}
        elif mark in opened and _closes(text, match):
            dropped += [opened.pop(mark).span(), match.span()]
        elif _opens(text, match) and (len(mark) == 1 or mark not in opened):
            opened[mark] = match
    kept, place = [], 0
    for start, end in sorted(dropped):
        kept.append(text[place:start])
        place = end
    return "".join([*kept, text[place:]])


def _opens(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
    return bool(after.strip()) and before != "{" and (match[0] == "**" or not _is_word(before))


def _closes(text: str, match: re.Match[str]) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(before.strip()) and (match[0] == "**" or not _is_word(after))


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"

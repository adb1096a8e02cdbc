"""Personal data made of figures and signs: it has a form of its own, in whatever language it is written.

E-mail addresses, telephone numbers (Czech, Slovak, Ukrainian), birth numbers, bank accounts, dates of birth,
numbers of identity cards and passports, car plates, postcodes with a town. Prices, years, counts and budgets
look alike; what follows a number, and its last digits, tell them apart. Free lines (800) and short emergency
numbers belong to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analytics.text.personal_data.find import Find, Kind

_BANKS = """
    0100 0300 0600 0710 0800 2010 2020 2060 2070 2100 2200 2220 2250 2260 2275 2600 2700 3030 3050 3060 3500
    4000 4300 5500 5800 6000 6200 6210 6300 6363 6700 6800 7910 7950 7960 7970 7990 8030 8040 8060 8090 8150
    8190 8198 8220 8250 8255
"""
"""Codes of Czech payment institutions, as the Czech National Bank lists them."""
_KNOWN_BANKS = frozenset(_BANKS.split())

_FIGURE = re.compile(r"\d")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_IBAN = re.compile(r"\b(?:CZ|SK|UA|PL|DE|AT)\d{2}(?:[ ]?[0-9A-Z]{4}){3,6}(?:[ ]?[0-9A-Z]{1,3})?\b")
_ACCOUNT = re.compile(r"(?<![\d/-])(?:(\d{1,6})-)?(\d{2,10})\s?/\s?(\d{4})(?![\d/])(?!\s*Sb)")
_BIRTH_NUMBER = re.compile(r"(?<![\d/-])(\d{2})(\d{2})(\d{2})\s?(/?)\s?(\d{3,4})(?![\d/]|[ ]\d)")
_SAID_BIRTH_NUMBER = re.compile(
    r"(?:\brodn[eéyý]\w*\s+[cčČ][ií]s\w+|\br\.?\s?[cčČ]\.|\bRČ|\bbirth number)"
    r"\D{0,12}(\d{6}\s?/?\s?\d{3,4})(?!\d)",
    re.IGNORECASE,
)
_MONTHS = (
    r"ledna|[uú]nora|b[rř]ezna|dubna|kv[eě]tna|[cč]ervna|[cč]ervence|srpna|z[aá][rř][ií]|[rř][ií]jna|listopadu"
    r"|prosince|janu[aá]ra|febru[aá]ra|marca|apr[ií]la|m[aá]ja|j[uú]na|j[uú]la|augusta|septembra|okt[oó]bra"
    r"|novembra|decembra|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|січня|лютого|березня|квітня|травня|червня"
    r"|липня|серпня|вересня|жовтня|листопада|грудня"
)
_DATE = (
    rf"\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:19|20)?\d{{2}}"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:{_MONTHS})\.?,?\s(?:19|20)\d{{2}}"
    rf"|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d{{2}}|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}}"
)
_BIRTH_DATE = re.compile(
    r"\b(?:narozen[aáyýií]?|naroden[aáyýeé]?|narodeni[ae]|narozen[ií]\w*|nar\."
    r"|narodil[ao]?(?:\s(?:jsem|som))?(?:\s?(?:se|sa))?"
    r"(?:\s(?:jsem|som))?|(?:jsem|som)\s(?:se|sa)\snarodil[ao]?|born|date of birth|d\.o\.b\.|(?-i:DOB\b)"
    rf"|народи(?:вся|лася|лась|вся)|дата народження|народжен\w*|д\.\s?н\.)\D{{0,12}}?({_DATE})(?!\d)",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"(?:(?<!\w)\+|\b00)\s?(?:420|421|380)(?:[\s./()-]{0,2}\d){9}(?!\d)")
_LOCAL = re.compile(
    r"(?<![\d/+.,-])(?<!\d[ ])(?:[2-79]\d{2}([ .-]?)\d{3}\1\d{3}|0\d{3}[ /-]?\d{3}[ ]?\d{3}"
    r"|0\d{2}[ -]?\d{3}[ -]?\d{2}[ -]?\d{2})(?![\d/]|[ ]?\d|,\d)"
)
_SAID_PHONE = re.compile(
    r"\b(?:tel|telef[oó]n\w*|mobil\w*|phone|mobile|call|volejte|zavolejte|volajte|zavolajte|тел|телефон\w*"
    r"|номер\w*)\b[^\d+]{0,20}((?:\d[ ./-]?){8}\d)(?![\d/]|[ ]?\d)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\s?(?:k[cč]\b|kor[uú]n|crown|czk|eur\b|€|,-|mil|tis|крон|грн|hlas|obyvatel|os[oó]b|people|m2|m²)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:\b(?i:ob[cč]ansk\w+ pr[uů]kaz\w*|ob[cč]iansk\w+ preukaz\w*|ob[cč]ank\w*|cestovn\w+ "
    r"(?:pas\w*|doklad\w*)|pas\w{0,2}|passport|identity card|id card|паспорт\w*|посвідк\w*)|\bOP)\b"
    r"[^\d\n]{0,16}?\b([A-ZА-ЯІЇЄ]{0,2}[ ]?\d{6,9})(?![\d/]|[ ]?\d)"
)
_PLATE = re.compile(
    r"\b(?:[1-9][ABCEHJKLMPSTUZ][0-9A-Z][ -]?\d{4}|[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}"
    r"|[АВЕІКМНОРСТХ]{2}[ ]?\d{4}[ ]?[АВЕІКМНОРСТХ]{2})(?![\w/]|[ ]?\d)"
)
_SAID_PLATE = re.compile(
    r"\b(?:SPZ|RZ|EČV|(?i:registra[cč]n\w+ zna[cč]k\w+|zna[cč]k\w+|number plate|номер\w* авто))"
    r"\W{1,3}([0-9A-ZА-ЯІЇ]{2,3}[ -]?[0-9A-ZА-ЯІЇ]{2,5}(?:-\d{2})?)(?!\w)"
)
_POSTCODE = re.compile(
    r"(?<![\d/+.,-])(?<!\d[ ])\d{3}[ ]?\d{2}(?:[ ]|,[ ])(?!K[čc]|Eur|Kor|Sb|CZK|EUR)"
    r"[A-ZÁ-Ž][a-zá-ž]\w*(?:[ ]\d{1,2}(?!\w))?"
)
_OWN_ACCOUNT = re.compile(r"\b(?:[uú][cč]e?t\w*|konto|account|рахун\w+)\W[^\d]{0,25}$", re.IGNORECASE)
_REACH = 32


def finds(text: str) -> Iterator[Find]:
    """What is made of figures, the surest kinds first. Finds may overlap: what comes first is meant."""
    if "@" in text:
        yield from _whole(text, _EMAIL, "email")
    if not _FIGURE.search(text):
        return
    yield from _whole(text, _IBAN, "bank_account")
    yield from _group(text, _SAID_BIRTH_NUMBER, "birth_number")
    yield from _accounts_and_birth_numbers(text)
    yield from _group(text, _BIRTH_DATE, "birth_date")
    yield from _group(text, _DOCUMENT, "document")
    yield from _phones(text)
    yield from _group(text, _SAID_PLATE, "car_plate")
    yield from _whole(text, _PLATE, "car_plate", sure=False)
    yield from _whole(text, _POSTCODE, "address")


def _whole(text: str, form: re.Pattern[str], kind: Kind, *, sure: bool = True) -> Iterator[Find]:
    for found in form.finditer(text):
        yield Find(kind, found.start(), found.end(), sure)


def _group(text: str, form: re.Pattern[str], kind: Kind) -> Iterator[Find]:
    """What a word announces: the group, without that word."""
    for found in form.finditer(text):
        yield Find(kind, found.start(1), found.end(1), sure=True)


def _accounts_and_birth_numbers(text: str) -> Iterator[Find]:
    """Six digits, a slash and four more may be either: a day and a month speak for a birth number."""
    for found in _BIRTH_NUMBER.finditer(text):
        year, month, day, slash, ending = found.groups()
        announced = _OWN_ACCOUNT.search(text[max(0, found.start() - _REACH) : found.start()])
        is_divisible = int(year + month + day + ending) % 11 == 0
        if not announced and _is_day(month, day) and (slash or (len(ending) == 4 and is_divisible)):
            yield Find("birth_number", found.start(), found.end(), sure=is_divisible)
    for found in _ACCOUNT.finditer(text):
        prefix, number, bank = found.groups()
        announced = _OWN_ACCOUNT.search(text[max(0, found.start() - _REACH) : found.start()])
        if announced or (bank in _KNOWN_BANKS and (prefix or len(number) >= 6)):
            yield Find("bank_account", found.start(), found.end(), sure=True)


def _is_day(month: str, day: str) -> bool:
    """Women have 50 added to the month; 20 more when the numbers of a day ran out."""
    return 1 <= int(month) % 50 % 20 <= 12 and int(month) % 50 <= 32 and 1 <= int(day) <= 31


def _phones(text: str) -> Iterator[Find]:
    yield from _whole(text, _ABROAD, "phone")
    yield from (find for find in _group(text, _SAID_PHONE, "phone") if text[find.start] != "8")
    for found in _LOCAL.finditer(text):
        is_round = found[0].endswith("000")
        if not is_round and not _AMOUNT.match(text, found.end()):
            yield Find("phone", found.start(), found.end(), sure=False)

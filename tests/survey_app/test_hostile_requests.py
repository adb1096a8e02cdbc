"""Requests that no page of ours leads to: what strangers and their programs try out."""

import re
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient

SITE = "http://ohlas.example"


@pytest.mark.parametrize("path", ["/%5Cevil.example", "/%09/evil.example", "/en/%0A/evil.example/%5C"])
def test_no_link_to_another_language_leads_to_another_site(client: FlaskClient, path: str) -> None:
    links = re.findall(r'href="([^"]*)" hreflang', client.get(path).text)
    # A browser drops tabs and line ends, and takes a backslash for a slash.
    read = [re.sub(r"[\t\r\n]", "", link).replace("\\", "/") for link in links]
    assert links
    assert all(urljoin(f"{SITE}/", link).startswith(f"{SITE}/") for link in read)

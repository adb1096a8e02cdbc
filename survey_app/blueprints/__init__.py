"""Entry points of the web: requests in, pages out; no table is touched here."""

"""How many people can answer at once: completions a second, waiting times, and what was kept of it.

Run `python -m benchmarks.load --help`; see README.md beside this file.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import browser, commits, service


@dataclass
class Tally:
    """What one client saw: seconds of each acknowledged completion, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def answer_until(deadline: float, url: str, path: str, seed: int, tally: Tally) -> None:
    """Answer the questionnaire again and again, a new respondent each time."""
    chance = random.Random(seed)  # noqa: S311  # repeatable, not secret
    visitor = browser.Browser(url)
    form: browser.Form | None = None
    while time.monotonic() < deadline:
        visitor.forget()
        began = time.perf_counter()
        try:
            page = visitor.get(path)
            if form is None:
                form = browser.read_form(page, path)
            if page.status != 200:
                raise browser.UnexpectedPageError(f"GET {page.status}")
            form.hidden = browser.read_secrets(page, [name for name, _value in form.hidden])
            receipt = visitor.post(form.action, form.filled(chance))
            if receipt.status != 303 or "/hotovo" not in receipt.headers.get("location", ""):
                raise browser.UnexpectedPageError(f"POST {receipt.status} {receipt.headers.get('location')}")
        except (OSError, ValueError, browser.UnexpectedPageError) as error:
            tally.errors.append(f"{type(error).__name__}: {error}")
            visitor.close()
            continue
        tally.seconds.append(time.perf_counter() - began)
    visitor.close()


def run_clients(url: str, path: str, clients: int, seconds: float, seed: int) -> tuple[list[Tally], float]:
    """Let `clients` threads answer for `seconds`; return what they saw and how long it took."""
    tallies = [Tally() for _ in range(clients)]
    began = time.monotonic()
    threads = [
        threading.Thread(target=answer_until, args=(began + seconds, url, path, seed + number, tally))
        for number, tally in enumerate(tallies)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tallies, time.monotonic() - began


def quantile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the sorted `values` lie, in milliseconds."""
    return values[min(len(values) - 1, int(share * len(values)))] * 1000


def report(name: str, tallies: list[Tally], took: float) -> tuple[int, float]:
    """Print a row; return how many completions were acknowledged and their rate."""
    seconds = sorted(second for tally in tallies for second in tally.seconds)
    errors = [error for tally in tallies for error in tally.errors]
    if not seconds:
        print(f"{name}: nothing was acknowledged; {len(errors)} errors: {errors[:3]}")
        return 0, 0.0
    rate = len(seconds) / took
    waits = "  ".join(f"{label} {quantile(seconds, share):6.1f} ms" for label, share in QUANTILES)
    print(f"{name}: {rate:7.1f} completions/s  {waits}  errors {len(errors)}  ({len(seconds)} acknowledged)")
    for error in dict.fromkeys(errors[:5]):
        print(f"    {error}")
    return len(seconds), rate


QUANTILES = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))


def weigh_first_page(url: str, path: str) -> None:
    """Print how many requests and bytes a first visit costs (fonts as a Czech page needs them)."""
    visitor = browser.Browser(url)
    page = visitor.get(path)
    addresses = browser.assets(page)
    loaded = [visitor.get(address) for address in addresses]
    fonts = [
        address
        for sheet in loaded
        if sheet.headers.get("content-type", "").startswith("text/css")
        for address in service.czech_fonts(sheet.text)
    ]
    loaded += [visitor.get(address) for address in fonts]
    visitor.close()
    total = page.wire_bytes + sum(asset.wire_bytes for asset in loaded)
    print(f"first page: {1 + len(loaded)} requests, {total / 1000:.1f} KB over the wire")


def main() -> None:
    """Parse the command line and print the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--database", default="", help="an empty PostgreSQL database; default: SQLite")
    parser.add_argument(
        "--processes", type=int, default=2, help="web processes of the service that is started"
    )
    parser.add_argument("--url", default="", help="measure a service that runs, instead of starting one")
    parser.add_argument("--wave", default="benchmark", help="the wave to answer, with --url")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, {arguments.clients} clients")
    path = f"/dotaznik/{arguments.wave}"
    if arguments.url:
        weigh_first_page(arguments.url, path)
        report("web", *run_clients(arguments.url, path, arguments.clients, arguments.seconds, arguments.seed))
        return
    with tempfile.TemporaryDirectory() as directory:
        database = arguments.database or f"sqlite:///{Path(directory) / 'load.sqlite'}"
        service.prepare(database)
        with service.running(database, Path(directory), arguments.processes) as url:
            weigh_first_page(url, path)
            run_clients(url, path, arguments.clients, 2, arguments.seed + 1000)  # warm-up, not counted
            before = service.stored(database)
            tallies, took = run_clients(url, path, arguments.clients, arguments.seconds, arguments.seed)
            acknowledged, rate = report("web", tallies, took)
            kept = service.stored(database) - before
        print(f"stored {kept}, acknowledged {acknowledged}: {max(0, acknowledged - kept)} lost")
        limit = commits.rate(database, writers=arguments.processes, seconds=min(10, arguments.seconds))
        print(
            f"bare commits of the same transaction: {limit:7.1f}/s; the web reaches {rate / limit:.0%} of it"
        )


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(str(error))

"""What retraining on 5,000 decisions takes from one core, and how fast a learned coder codes comments anew.

The decisions are made up, the texts are real: comments of patients, reviews, and sentences in four languages,
no two alike. What patients and reviewers wrote is taken for relevant, its labels are shared out among the
groups of the coding frame that comes with the program, and beside every other one a service was chosen;
sentences are taken for irrelevant. So the figures say how long it takes and nothing about quality. Everything
is handed over, which is what costs most afterwards.

Run it with OMP_NUM_THREADS=1; seconds are those of the processor, so a busy machine shows less in them.
"""

import argparse
import cProfile
import json
import multiprocessing
import pstats
import resource
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import TypeVar

import numpy as np

from analytics.text.day_one.coding_frame import CodingFrame
from analytics.text.learning import artifacts
from analytics.text.learning.coder import LearnedCoder
from analytics.text.learning.training import Decision, train
from analytics.text.learning.words import words_of
from benchmarks.coding import LabelledSet, patients, reviews, sentences
from survey_app.config import PROJECT_ROOT

FRAME = PROJECT_ROOT / "survey_app" / "content" / "coding_frame.json"
KINDS = ("praise", "complaint", "suggestion", "question")
SLOWEST = 25
Result = TypeVar("Result")


def main() -> None:
    """Measure in a fresh process, as the worker trains in one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of the labelled sets")
    parser.add_argument("--decisions", type=int, default=5_000)
    parser.add_argument("--profile", action="store_true", help="print where the time of training goes")
    chosen = parser.parse_args()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.apply(measure, (chosen.folder, chosen.decisions, chosen.profile))


def measure(folder: Path, count: int, profile: bool) -> None:
    """Print what training, storing, loading and coding take."""
    frame = CodingFrame.from_document(json.loads(FRAME.read_text(encoding="utf-8")))
    made_up = list(islice(decisions(folder, frame), count))
    texts = [each.text for each in made_up]
    print(f"{len(made_up):,} decisions, {sum(each.relevant for each in made_up):,} of them relevant,")
    print(f"{np.mean([len(words_of(text)) for text in texts]):.1f} words each on average", flush=True)
    profiler = cProfile.Profile()
    if profile:
        profiler.enable()
    trained = timed("trained, day-one coder built, dictionaries loaded", lambda: train(frame, made_up))
    profiler.disable()
    if profile:
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(SLOWEST).sort_stats(
            "tottime"
        ).print_stats(SLOWEST)
    data = timed("stored", lambda: artifacts.to_bytes(trained.coder))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  {len(data) / 2**20:.1f} MiB; the process, pandas included, took at most {most} MiB so far")
    day_one = trained.coder.day_one
    loaded = timed("loaded", lambda: artifacts.from_bytes(data, day_one))
    whole = LearnedCoder(day_one, loaded.models, _everything(loaded), loaded.model_version)
    timed("coded by the frame alone", lambda: day_one.code(texts), len(texts))
    timed("coded by the learned coder", lambda: whole.code(texts), len(texts))


def decisions(folder: Path, frame: CodingFrame) -> Iterator[Decision]:
    """Made-up decisions on real texts, the sets in turn."""
    groups = [group.code for group in frame.target_groups if not group.only_alone]
    told = [_told(each, groups) for each in (patients(folder), reviews(folder))]
    beside = ((Decision(text, relevant=False) for text in each.texts) for each in sentences(folder))
    turns = chain.from_iterable(zip_longest(*told, chain.from_iterable(zip(*beside, strict=True))))
    met: set[str] = set()
    for each in filter(None, turns):
        told_apart = " ".join(words_of(each.text))
        if told_apart not in met:
            met.add(told_apart)
            yield each


def _told(labelled: LabelledSet, groups: list[str]) -> Iterator[Decision]:
    for number, (text, row) in enumerate(zip(labelled.texts, labelled.target, strict=True)):
        marks = np.flatnonzero(row).tolist()
        kind = KINDS[marks[0] % len(KINDS)] if marks else None
        own = tuple(sorted({groups[mark % len(groups)] for mark in marks}))
        service = own[:1] if number % 2 else None
        yield Decision(text, relevant=True, target_groups=own, kind=kind, service_groups=service)


def _everything(coder: LearnedCoder) -> frozenset[str]:
    return frozenset(key for model in coder.models.values() for key, _ in model.columns())


def timed(what: str, work: Callable[[], Result], texts: int = 0) -> Result:
    """Do the work and print the seconds it took: of the processor, and by the clock."""
    processor, clock = time.process_time(), time.perf_counter()
    result = work()
    spent, passed = time.process_time() - processor, time.perf_counter() - clock
    pace = f", {texts / spent:,.0f} texts/s" if texts else ""
    print(f"{what}: {spent:.1f} s of the processor, {passed:.1f} s by the clock{pace}", flush=True)
    return result


if __name__ == "__main__":
    main()

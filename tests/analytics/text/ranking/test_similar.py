"""Neighbours and texts that say the same."""

import numpy as np

from analytics.text.learning.words import WordNgrams
from analytics.text.ranking.features import pool_features
from analytics.text.ranking.order import ALIKE
from analytics.text.ranking.similar import alike, neighbour_graph

BUS = ["Autobus jezdí pozdě a řidič nečeká.", "Řidič autobusu nikdy nečeká.", "Autobusy mají zpoždění."]
MEALS = ["Oběd byl studený a bez chuti.", "Studené obědy nám nechutnají.", "Obědy vozí vychladlé."]


def test_neighbours_are_texts_with_rare_words_in_common() -> None:
    graph = neighbour_graph(pool_features(BUS + MEALS), neighbours=1).toarray()
    assert graph[:3, 3:].sum() < graph[:3, :3].sum() / 3
    assert np.allclose(graph, graph.T)
    assert not graph.diagonal().any()


def test_smoothing_over_the_graph_can_only_shrink() -> None:
    graph = neighbour_graph(pool_features(BUS + MEALS)).toarray()
    assert np.abs(np.linalg.eigvalsh(graph)).max() <= 1 + 1e-5


def test_texts_without_words_are_nobodys_neighbours() -> None:
    graph = neighbour_graph(pool_features(["!!!", *BUS, "???"])).toarray()
    assert not graph[0].any()
    assert not graph[4].any()
    assert neighbour_graph(pool_features(["?"])).toarray().tolist() == [[0.0]]


def test_typing_errors_accents_and_small_words_leave_texts_alike() -> None:
    texts = [
        "Chybí nám pečovatelka o víkendu, prosíme o pomoc.",
        "chybi nam pecovatelka o vikendu, prosime o pomoc",
        "Chybí nám pečovatelka i o víkendu, prosíme o pommoc!",
        "Lavička v parku je rozbitá.",
    ]
    found = [rows.tolist() for rows in alike(WordNgrams().fit_transform(texts), ALIKE)]
    assert found == [[0, 1, 2], [0, 1, 2], [0, 1, 2], [3]]


def test_a_shared_subject_is_not_the_same_statement() -> None:
    found = [rows.tolist() for rows in alike(WordNgrams().fit_transform(BUS + MEALS), ALIKE)]
    assert found == [[i] for i in range(6)]

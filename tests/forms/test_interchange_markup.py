"""HTML labels become plain words: lines and links stay, nothing runs, and hostile markup costs no time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.documents.canonical import UNSTORABLE
from forms.interchange.markup import plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Prostý text", "Prostý text"),
        ("dva\nřádky", "dva\nřádky"),
        ("a < b & c > d", "a < b & c > d"),
        ("<p>první</p>\n<p>druhý</p>", "první\n\ndruhý"),
        ("jedna<br>dva<br/>tři", "jedna\ndva\ntři"),
        ("<p>\n  mezery   a\n  řádky </p>", "mezery a řádky"),
        ("<ul><li>jídelna</li><li>doprava</li></ul>", "• jídelna\n• doprava"),
        ("<ol><li>jídelna<li>doprava</ol>", "1. jídelna\n2. doprava"),
        ('<a href="https://mesto.example/a?b=1&amp;c=2">web</a>', "web (https://mesto.example/a?b=1&c=2)"),
        ("<a href='mailto:a@mesto.example'>a@mesto.example</a>", "a@mesto.example"),
        ("<a href=https://mesto.example></a>", "https://mesto.example"),
        ("&amp;lt;b&amp;gt; &eacute; &#269;", "&lt;b&gt; é č"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("před<!-- <b>pryč</b> -->po", "předpo"),
        ("zvolte <q>zobrazit</q>", 'zvolte "zobrazit"'),
        ('<span title="a>b">uvnitř</span>', "uvnitř"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("tabulátor\x00\x0b a\u00a0mezera", "tabulátor a mezera"),
        ("<!DOCTYPE html><?php echo 1 ?>x", "x"),
        ("", ""),
    ],
)
def test_words_stay(html: str, text: str) -> None:
    assert plain(html).text == text


@pytest.mark.parametrize(
    ("html", "text", "lost"),
    [
        ("<b>tučně</b>", "tučně", ("formatting",)),
        ("a<script>alert('</p>')</script>b", "ab", ("script",)),
        ("a<SCRIPT src=x></SCRIPT >b", "ab", ("script",)),
        ("a<script>bez konce", "a", ("script",)),
        ("a<style>p { color: red }</style>b", "ab", ("style",)),
        ("a<iframe src='https://x.example'>rám</iframe>b", "ab", ("frame",)),
        ("<img src=x onerror=alert(1)>popis", "popis", ("picture",)),
        ("<svg onload=alert(1)><a>text</a></svg>b", "b", ("picture",)),
        ("<video><source src=a></video>b", "b", ("media",)),
        ("<input value=x>b", "b", ("input",)),
        ('<a href="javascript:alert(1)">klik</a>', "klik", ("link",)),
        ('<a href="data:text/html,x">klik</a>', "klik", ("link",)),
        ("<a>nic</a>", "nic", ()),
        ('<img src="data:image/png;base64,' + "QUJD" * 50_000 + '">po obrázku', "po obrázku", ("picture",)),
        ("x" * 70_000, "x" * 60_000, ("length",)),
    ],
)
def test_what_is_lost_is_named(html: str, text: str, lost: tuple[str, ...]) -> None:
    assert (plain(html).text, plain(html).lost) == (text, lost)


@pytest.mark.parametrize(
    "piece",
    ["<a ", "<a", "</a", "<!--", "<!", "<script", "<script>", "<a b='", '<a b="', "<a b=c ", "<?", "<svg>",
     "<li>", "&", "&amp", "<a href=x>", "<ul>", "</", "<a\n", "data:a;base64,"],
)  # fmt: skip
def test_repeated_markup_takes_no_time(piece: str) -> None:
    started = time.process_time()
    plain(piece * (60_000 // len(piece)))
    plain(piece * (60_000 // len(piece)) + ">")
    assert time.process_time() - started < 1.5


@given(st.text(st.sampled_from("<>/a b'\"=!-&;scriptl\n\x00"), max_size=60))
def test_any_markup_gives_text_that_can_be_stored(html: str) -> None:
    text = plain(html).text
    assert not UNSTORABLE.search(text)
    assert text == text.strip()


@pytest.mark.parametrize(
    ("html", "pictures"),
    [
        ('<p>Kde? <img src="/upload/surveys/1/mapa.png" alt="Mapa  obce"/></p>', ("Mapa obce",)),
        ("<img src=/upload/mapa.png><img src='/upload/mapa.png'>", ("mapa.png",)),
        ("<img alt=''>", ("…",)),
        ("<svg></svg> Kde?", ()),
    ],
)
def test_pictures_are_told_by_what_they_show_or_by_their_file(html: str, pictures: tuple[str, ...]) -> None:
    assert plain(html).pictures == pictures

"""Pages cut, doubled and turned round: whatever is left of one is read and cleaned, or told to be unreadable."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import RawArticle
from index.cleaning import clean
from index.errors import UnreadableArticleError
from index.reading import html
from index.reading.limits import Limits
from index.reading.source import Source
from tests.index.cleaning.pages import FOLDER

Change = tuple[str, float, float]
LINES = (
    "",
    ":",
    "«",
    "- ",
    "(",
    "2024",
    "3 mars 2024",
    "Publié mardi à 20:35",
    "Lire aussi",
    "© AFP",
    "</div>",
    "<p>",
    "<h1></h1>",
)
CHANGES = st.lists(
    st.tuples(st.sampled_from(["cut", "double", "turn", "shorten", *LINES]), st.floats(0, 0.999), st.floats(0, 1)),
    min_size=1,
    max_size=6,
)


def pages(suffix: str) -> st.SearchStrategy[Path]:
    return st.sampled_from(sorted((FOLDER / "sites").glob(f"*{suffix}"))[::5])


def changed(text: str, changes: list[Change]) -> str:
    """The text with each change made at a share of its lines, to as many more as the second share says."""
    lines = text.split("\n")
    for what, at, length in changes:
        first = int(at * len(lines))
        last = first + int(length * (len(lines) - first)) // 2
        if what == "cut":
            del lines[first:last]
        elif what == "double":
            lines[first:first] = lines[first:last]
        elif what == "turn":
            lines[first:last] = reversed(lines[first:last])
        elif what == "shorten":
            lines[first : first + 1] = [line[: int(length * len(line))] for line in lines[first : first + 1]]
        else:
            lines[first:first] = [what]
    return "\n".join(lines)


@settings(max_examples=150)
@given(pages(".txt"), CHANGES)
def test_what_is_left_of_a_page_of_text_is_cleaned(page: Path, changes: list[Change]) -> None:
    text = "\n".join(line[2:] for line in page.read_text("utf-8").split("\n")[1:])
    clean(RawArticle("a.txt", changed(text, changes)))


@settings(max_examples=40, deadline=None)
@given(pages(".html"), CHANGES)
def test_what_is_left_of_a_saved_page_is_read_and_cleaned(page: Path, changes: list[Change]) -> None:
    content = changed(page.read_text("utf-8"), changes).encode()
    with suppress(UnreadableArticleError):
        for raw in html.read(Source(Path("a.html"), "a.html", BytesIO(content), Limits())):
            clean(raw)


def test_two_paragraphs_above_a_dated_comment_are_a_page() -> None:
    told = "Le ministre a présenté mardi devant les députés le plan qui doit équiper l'armée de terre."
    content = f"<h1>Un plan</h1><p>{told}</p><p>{told} Enfin.</p><p>Posté par Bob, vendredi 12 janvier 2024, 8:13</p>"
    (raw,) = html.read(Source(Path("a.html"), "a.html", BytesIO(content.encode()), Limits()))
    assert len(clean(raw).searched()) > 1

"""The tree of a web page goes in; it comes out fit for extraction: its parts told apart, its furniture gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

# Words in the class or the id of an element that name what is no part of an article, in whatever site.
FURNITURE = re.compile(
    r"(?<![a-z])(?:ads?|advert|agenda|bio|biography|breadcrumbs?|colonne|comments?|commentaires?|consent|cookies?"
    r"|events?|evenement|footer|footnotes?|inread|menu|nav|navbar|newsletters?|outbrain|partage|paywall|pied|popular"
    r"|promo|pub|publicite|recommended|reco|related|relatedposts|respond|share|sharedaddy|sharing|sidebar|social"
    r"|sponsored|taboola|tags|wall|widget)(?![a-z])"
)
# An element with more of the words of a page is its article, whatever it is called.
LARGEST_SHARE = 0.25
# What holds the article or its title is no furniture.
ARTICLE = "descendant-or-self::*[self::h1 or self::main or self::article]"
INLINE = frozenset({"span", "a", "time", "button", "label", "strong", "b", "em", "small"})
NOTE_MARK = re.compile(r"\s*[\[(]?\d{1,2}[\])]?\s*")


def prepare(tree: HtmlElement) -> None:
    """Tell parts that touch from each other, and drop the marks of notes."""
    for element in list(tree.iter(*INLINE)):
        _part(element)
    for mark in list(tree.iter("sup")):
        if NOTE_MARK.fullmatch(mark.text_content()) and _follows_word(mark):
            mark.drop_tree()


def drop_furniture(tree: HtmlElement) -> None:
    """Drop the parts of a page that their names tell from its article."""
    words = len(tree.text_content().split())
    for element in list(_furniture(tree)):
        if element.getparent() is not None and len(element.text_content().split()) < LARGEST_SHARE * words:
            element.drop_tree()


def open_layout_tables(tree: HtmlElement) -> None:
    """Make plain blocks of tables that hold paragraphs, as pages of the last century do."""
    for table in tree.xpath("//table[.//p or .//h1 or .//br or .//table]"):
        for element in table.xpath("descendant-or-self::*[self::table or self::tbody or self::tr or self::td]"):
            element.tag = "div"


def _part(element: HtmlElement) -> None:
    """Make blocks of two labels that touch: « <span>Jeanne Morel</span><span>Publié … » is no « MorelPublié »."""
    following = element.getnext()
    if element.tail or following is None or following.tag not in INLINE:
        return
    left, right = element.text_content().rstrip(), following.text_content().lstrip()
    if re.match(r"[^\W\d_][A-ZÀ-Þ\d]|\d[A-ZÀ-Þ]", left[-1:].lower() + right[:1]):
        element.tag = following.tag = "div"


def _follows_word(mark: HtmlElement) -> bool:
    """Whether a raised number follows a word or a sign, as that of a note does: « m² » and « 10² » are none."""
    previous, parent = mark.getprevious(), mark.getparent()
    before = (previous.tail if previous is not None else parent.text if parent is not None else "") or ""
    return re.search(r"[^\W\d_]{4,}$|[.,;:!?»”)]\s*$", before.rstrip()) is not None


def _furniture(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.xpath("//body//*[@class or @id]"):
        names = f"{element.get('class', '')} {element.get('id', '')}".lower()
        if FURNITURE.search(names) and not element.xpath(ARTICLE):
            yield element

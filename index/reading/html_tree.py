"""The tree of a web page goes in; it comes out fit for extraction: its parts told apart, its furniture gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from index.cleaning.bylines import is_byline
from index.cleaning.dates import find_days
from index.cleaning.lines import fold_line
from index.cleaning.repetitions import is_said
from index.reading.html_lines import join_lines, unwrap
from index.reading.html_notes import drop_note_marks

# Words in the class or the id of an element that name what is no part of an article, in whatever site.
FURNITURE = re.compile(
    r"(?<![a-z])(?:abonnement|ads?|advert|agenda|appel-?don|aut(?:eu|ho)r[-_]?(?:box|card)|bio|biography|bloc-auteur|box-auteur|breadcrumbs?"
    r"|adhesion|adherer|breaking|captions?(?:-text)?|colonne|commentaires?|comments?|consent|cookies?|cta|disclaimer|donate"
    r"|donation|dons?|encart-(?:lettre|abo|pub|promo)\w*|erratum|evenement|events?|footer|footnotes?|forum|infolettres?|inread|legende?s?|lire-?aussi|masthead|menu"
    r"|most-?read|nav|navbar|newsletters?|outbrain|partage|paywall|pied|polls?|popular|promo|pub|publicite|quiz"
    r"|read-?(?:also|more)|rectif\w*|recirc|reco|recommended|related|relatedposts|respond|see-?also|share|sharedaddy|sharing"
    r"|sidebar|signup|(?:site|location)-header|skip-?link|social|sondage|spip_doc(?:uments?)?(?:_[a-z_]+)?"
    r"|sponsored|subscribe|taboola|tags|ticker"
    r"|today|toolbar|tools|top-?bar|trending|tts|twitter-tweet|wall|(?<!elementor-)widget)(?![a-z])"
)
# schema.org's word for what is paid for; an offer has no two paragraphs of so many words.
PAID, SHORTEST_PAID = re.compile(r"(?<![a-z])paywall(?![a-z])"), 20
# An element with more of the words of a page is its article, whatever it is called.
LARGEST_SHARE = 0.25
# What holds the article or its title is no furniture.
ARTICLE = "descendant-or-self::*[self::h1 or self::main or self::article]"
# What stands above an article on every page of a site: its name, menus, the day of today.
HEADS = "//header[not(ancestor::main or ancestor::article)]|//nav[following::h1]"
LAYOUT = ".//p or .//h1 or .//br or .//table or not(.//th)"
PARTS = "self::table or self::tbody or self::tr or self::td"
INLINE = frozenset({"span", "a", "time", "button", "label", "strong", "b", "em", "small"})
# What a heading has for a link to itself.
ANCHORS = ("#", "¶", "§")
# Where these stand beside bare text, that is a paragraph of so many words.
BLOCKS_BESIDE, SHORTEST_LOOSE = ("div", "figure", "ul", "table"), 12
# Names of what holds a day, so that it begins a line though words follow.
DATED = re.compile(r"(?<![a-z])(?:date|published|posted|pubdate|timestamp|datetime|publication)(?![a-z])")
LONGEST_DATE, LONGEST_LABEL, LONGEST_KICKER, LONGEST_FORM = 10, 4, 2, 40
# A label and a title.
BOTH = 2
# Names of a label that stands before a title, in its heading.
KICKER = re.compile(r"(?<![a-z])(?:sur-?titre|kicker|overline|label|category|categorie|rubrique|tag)(?![a-z])")
WORD = re.compile(r"\w")
# A quotation set off as a picture is; one that is pulled out of the text stands there, too.
PICTURED = ".//img or .//picture or .//video or .//iframe or .//svg"
QUOTING = f"//figure[.//blockquote and not({PICTURED} or contains(@class, 'pull'))]"
# Names of a quotation that is pulled out of the text.
PULLED = re.compile(r"(?<![a-z])(?:pull-?quotes?|quote[_-]?pull(?:ed)?|exergue)(?![a-z])")
# No page pulls out more of them, and none is of more letters.
MOST_PULLED, LONGEST_QUOTED = 20, 400
# What an article tells beside its text, and links to nothing: « Repères ».
BOXES = "//aside[(ancestor::article or ancestor::main) and not(.//a or .//form or .//input or .//img)]"
BOX = re.compile(r"(?<![a-z])(?:encadres?|encarts?|reperes?|fact-?box|info-?box|key-?(?:facts|figures))(?![a-z])")
# A standfirst that is no paragraph, and what it may hold: extraction would leave it out.
LEAD = re.compile(r"(?<![a-z-])(?:lead|chapo|chapeau|standfirst|accroche)(?![a-z-])")
PHRASING = frozenset({"strong", "b", "em", "i", "span", "br"})


def prepare(tree: HtmlElement) -> None:
    """Tell parts that touch from each other, days from what stands beside them, and drop the marks of notes."""
    unwrap(tree)
    join_lines(tree)
    for quotation in list(tree.iter("q")):
        quotation.drop_tag()  # extraction would make a paragraph of it
    for figure in tree.xpath(QUOTING):
        figure.tag = "div"
    for name in tree.xpath("//blockquote//footer"):
        name.tag = "p"
    for box in tree.xpath(BOXES):
        if BOX.search(_names(box)):
            box.tag = "div"
    for day in tree.xpath("//dt/following-sibling::*[1][self::dd]"):
        _join_date(day)
    for element in list(tree.iter(*INLINE)):
        _part(element)
    for link in [link for link in tree.iter("a") if DATED.search(_names(link.getparent()))]:
        link.tag = "div"
    linking = _linking(tree)
    for element in list(tree.iter(*INLINE)):
        if element.getparent() not in linking and _is_date(element):
            element.tag = "div"
    for label in tree.xpath("//h1/span[position() = 1 and following-sibling::node()]"):
        if KICKER.search(_names(label)) or _is_kicker(label):
            label.tag = "div"
    for lead in list(tree.iter("section", "div")):
        if LEAD.search(_names(lead)) and all(child.tag in PHRASING for child in lead):
            lead.tag = "p"
    for legend in tree.iter("small"):
        picture = legend.getprevious()
        if picture is not None and picture.tag in ("img", "picture"):
            legend.set("class", "caption")
    for block in list(tree.iter(*BLOCKS_BESIDE)):
        if len((block.tail or "").split()) >= SHORTEST_LOOSE:
            _enclose(block)
    for anchor in [link for link in tree.iter("a") if link.text_content().strip() in ANCHORS]:
        anchor.drop_tree()
    drop_note_marks(tree)


def _enclose(block: HtmlElement) -> None:
    """Make a paragraph of the text behind a block, up to what parts it: extraction takes no text between blocks."""
    paragraph = block.makeelement("p")
    paragraph.text, block.tail = block.tail, None
    following = block.getnext()
    while following is not None and following.tag in (*INLINE, "i"):
        paragraph.append(following)
        following = block.getnext()
    block.addnext(paragraph)


def _is_kicker(label: HtmlElement) -> bool:
    """Whether a heading is two elements, of which the first is a word or two without a sign behind."""
    parts, words = list(label.getparent()), label.text_content().split()
    apart = len(parts) == BOTH and parts[1].tag == "span" and not (label.tail or "").strip()
    return apart and 0 < len(words) <= LONGEST_KICKER and words[-1][-1].isalnum()


def drop_furniture(tree: HtmlElement) -> None:
    """Drop the parts of a page that their names or their links tell from its article, and what is quoted from it."""
    words = len(tree.text_content().split())
    for element in list(_furniture(tree)):
        if element.getparent() is not None and len(element.text_content().split()) < LARGEST_SHARE * words:
            element.drop_tree()
    _drop_pulled(tree)


def _drop_pulled(tree: HtmlElement) -> None:
    """Drop quotations that are pulled out of the text; one that stands nowhere else is a part of it."""
    named = [element for element in tree.iter("blockquote", "aside", "div", "p") if PULLED.search(_names(element))]
    text = fold_line(_words(tree)) if named else ""
    for element in named[:MOST_PULLED]:
        quoted = fold_line(_words(element))
        short = len(quoted) <= LONGEST_QUOTED and element.getparent() is not None
        if short and is_said(quoted, text.replace(quoted, " ", 1)):
            element.drop_tree()


def _words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def open_layout_tables(tree: HtmlElement) -> None:
    """Make plain blocks of tables that hold paragraphs, as pages of the last century do; a table within stays one."""
    for table in tree.xpath("//table[.//p or .//h1 or .//br or .//table]"):
        for element in table.xpath(f"descendant-or-self::*[{PARTS}][ancestor-or-self::table[1][{LAYOUT}]]"):
            element.tag = "div"


def _part(element: HtmlElement) -> None:
    """Make blocks of two labels that touch: « <span>Jeanne Morel</span><span>Publié … » is no « MorelPublié »."""
    following = element.getnext()
    if element.tail or following is None or following.tag not in INLINE:
        return
    left, right = element.text_content().rstrip(), following.text_content().lstrip()
    if re.match(r"[^\W\d_][A-ZÀ-Þ\d]|\d[A-ZÀ-Þ]", left[-1:].lower() + right[:1]):
        element.tag = following.tag = "div"


def _join_date(day: HtmlElement) -> None:
    """Put what a day is that of before it: « <dt>Date de parution</dt><dd>2 avril 2025</dd> »."""
    label, text = day.getprevious(), day.text_content()
    if len(text.split()) <= LONGEST_DATE and find_days(fold_line(text)):
        day.text = f"{label.text_content().strip(' :')} : {day.text or ''}"
        label.drop_tree()


def _linking(tree: HtmlElement) -> set[HtmlElement]:
    """What holds, or is, a link of more words than a label has."""
    links = (link for link in tree.iter("a") if len(link.text_content().split()) > LONGEST_LABEL)
    return {element for link in links for element in (link, *link.iterancestors())}


def _is_date(element: HtmlElement) -> bool:
    """Whether an element holds a day and nothing else, and stands beside labels, not in a sentence.

    « Publié le <span>2 juillet 2024</span> » and « <b>7 octobre 2023</b> Une attaque … » are one line each.
    """
    text, previous, parent = element.text_content(), element.getprevious(), element.getparent()
    if (
        element.tag == "time"
        or len(text.split()) > LONGEST_DATE
        or not (find_days(fold_line(text)) and is_byline(text))
    ):
        return False
    before = (previous.tail if previous is not None else parent.text) or ""
    after = "" if DATED.search(_names(element)) else element.tail or ""
    return not (WORD.search(before) or WORD.search(after))


def _names(element: HtmlElement) -> str:
    """The class and the id of an element, in lower case."""
    return f"{element.get('class', '')} {element.get('id', '')}".lower()


def _furniture(tree: HtmlElement) -> Iterator[HtmlElement]:
    furniture = {*tree.xpath(HEADS), *_teasers(tree)}
    for element in tree.xpath("//body//*"):
        is_furniture = element in furniture or FURNITURE.search(_names(element)) or _holds_form(element)
        if is_furniture and not element.xpath(ARTICLE) and not _is_paid_text(element):
            yield element


def _teasers(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Blocks of links to other articles: several with a heading in each, and hardly a word outside of them."""
    cards = [link for link in tree.iter("a") if link.find("h2") is not None or link.find("h3") is not None]
    for block, count in Counter(link.getparent() for link in cards).items():
        linked = sum(len(link.text_content().split()) for link in block.findall("a"))
        if count > 1 and len(block.text_content().split()) - linked <= LONGEST_DATE:
            yield block


def _holds_form(element: HtmlElement) -> bool:
    """Whether it is little more than what is to be filled in, why: « La lettre du dimanche », « Un envoi par … »."""
    return element.find("form//input") is not None and len(element.text_content().split()) <= LONGEST_FORM


def _is_paid_text(element: HtmlElement) -> bool:
    """Whether what is called a paywall is the text that is paid for, not the offer: a paragraph, or several."""
    texts = [text.split() for text in map(HtmlElement.text_content, element.iter("p"))]
    paragraphs = sum(len(words) >= SHORTEST_PAID for words in texts)
    return PAID.search(_names(element)) is not None and paragraphs > (element.tag != "p")

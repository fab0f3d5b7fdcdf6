"""The tree of a saved page goes in; the title of its article comes out, from its metadata, its headings and its bar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from index.cleaning.evidence import is_interface
from index.cleaning.lines import Shape, make_line

# Where a page says its title for others, not for the bar of a browser.
VOUCHED = "//meta[@property='og:title' or @name='title' or @name='twitter:title']|//script[@type='application/ld+json']"
HOMES = "//h1//a[@href='/' or @href='./' or @href='index.html' or @href='index.php']"
# What stands between a title and the name of its site, which has no more words: « :: Nouvelles du Phare ».
DIVIDERS, LONGEST_SITE = ":|–—»·-", 5
APOSTROPHES = str.maketrans("’‘ʼ", "'''")
BESIDE = re.compile(r"\s+[|–—-]\s+")
# A label above a title has no more words; a title has more than a name of a site, or at least than two.
LONGEST_KICKER, LONGEST_NAME, LONGEST_LABEL = 4, 3, 2
# Elements that may hold a part of a word.
LETTERS = frozenset({"b", "i", "em", "strong", "sup", "sub", "abbr", "u", "mark", "small"})
# So many lines below its title a text begins.
NEAR_TEXT = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says of its title.

    `given` is what its metadata say, `bar` what browsers show, `shared` what it says for others; `headings` are the
    names of their elements and their texts, `homes` those that lead to the first page of the site: its name. `lines`
    are what the page shows; `vouched` says that it tells its title for others at all.
    """

    given: str | None
    bar: str
    shared: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]
    homes: frozenset[str]
    lines: Sequence[str]
    vouched: bool

    @property
    def texts(self) -> list[str]:
        """The texts of all headings, in order."""
        return [text for _, text in self.headings]

    @property
    def great(self) -> list[str]:
        """Those of the first rank that are not the name of the site."""
        return [text for tag, text in self.headings if tag == "h1" and text not in self.homes]


def headline_of(tree: HtmlElement, given: str | None, lines: Sequence[str]) -> str | None:
    """The title of a page: what its metadata say, where a heading says so too; else its one great heading.

    Where there is neither, or the name of the site stands in its place, a heading that browsers show behind that name;
    None where only the bar of the browser would show it, so that cleaning looks for it.
    """
    told = _told(tree, given, lines)
    steps = (
        *(_begun_in_bar, _beside_name_in_bar, _behind_label, _sole, _continued, _bar_itself, _said_twice, _below_home),
        *(_great, _like_given, _line_beside_name),
    )
    found = next((title for step in steps if (title := step(told))), None)
    return found or _given(told)


def without_site(title: str | None, site: str | None) -> str | None:
    """The title without the name of the site that browsers show behind it."""
    ending = re.search(rf"\s+[|–—-]\s+{re.escape(site)}$", title, re.IGNORECASE) if title and site else None
    return title[: ending.start()] if title and ending else title


def _told(tree: HtmlElement, given: str | None, lines: Sequence[str]) -> Told:
    return Told(
        given,
        _line(tree.findtext(".//title") or ""),
        tuple(tree.xpath("//meta[@property='og:title']/@content")),
        tuple((heading.tag, _parted(heading)) for heading in tree.iter("h1", "h2", "h3")),
        frozenset(_line(link.text_content()) for link in tree.xpath(HOMES)),
        lines,
        bool(tree.xpath(VOUCHED)),
    )


def _parted(heading: HtmlElement) -> str:
    """The text of a heading, a label in an element of its own parted from the title: « Guerre | Un missile … »."""
    parts = [heading.text or ""]
    children = list(heading)
    if len(children) > 1 and children[0].tag == "div" and children[0].text_content().strip()[-1:].isalnum():
        parts.append(children.pop(0).tail or "")  # the label before the title
    for child in children:
        shown = child.text_content() if isinstance(child.tag, str) else ""  # no comment
        parts += [shown, child.tail or ("" if child.tag in LETTERS else " ")]
    return _line("".join(parts))


def _line(text: str) -> str:
    return " ".join(text.split())


def _begun_in_bar(told: Told) -> str | None:
    """The heading with which the bar begins, or, where that is the name of the site, one with which it ends."""
    if not told.given or not told.bar.startswith(told.given):
        return None
    if begun := _beginning(told.given, told.texts):
        return begun
    # Above the title's own heading stands the name of the site.
    below = told.texts[told.texts.index(told.given) :] if told.given in told.texts else told.texts
    return next((text for text in below if len(text.split()) > LONGEST_NAME and told.bar.endswith(text)), None)


def _beside_name_in_bar(told: Told) -> str | None:
    """The one heading that the bar shows before the name of the site or behind it, whatever the metadata say."""
    bar, found = told.bar.translate(APOSTROPHES), set[str]()
    for text in (each for each in told.texts if len(each.split()) > LONGEST_NAME and each not in told.homes):
        plain = text.translate(APOSTROPHES)
        if bar.startswith(plain) and _is_name_behind(bar.removeprefix(plain)):
            found.add(text)
        if bar.endswith(plain) and _is_name_before(bar.removesuffix(plain)):
            found.add(text)
    return found.pop() if len(found) == 1 else None


def _line_beside_name(told: Told) -> str | None:
    """The one line that the bar shows behind the name of the site: of pages that mark no heading."""
    if told.headings:
        return None
    found = {line for line in told.lines if len(line.split()) > LONGEST_NAME and told.bar.endswith(line)}
    named = [line for line in found if _is_name_before(told.bar.removesuffix(line))]
    return named[0] if len(named) == 1 else None


def _beginning(shown: str, headings: Sequence[str]) -> str | None:
    """The heading with which the title in the bar of the browser begins, if little more than a name stands behind."""
    begun = [text for text in headings if len(text.split()) > LONGEST_NAME and shown.startswith(text)]
    longest = max(begun, key=len, default=shown)
    behind = shown[len(longest) :]
    return longest if _is_name_behind(behind) else None


def _is_name_behind(text: str) -> bool:
    """Whether a sign and a few words stand behind a title: « :: Nouvelles du Phare »."""
    divided = text.lstrip()
    name = divided.lstrip(DIVIDERS)
    return name != divided and 0 < len(name.split()) <= LONGEST_SITE


def _is_name_before(text: str) -> bool:
    """Whether a few words and a sign stand before a title: « Carnets d'avant : »."""
    divided = text.rstrip()
    name = divided.rstrip(DIVIDERS)
    return name != divided and 0 < len(name.split()) <= LONGEST_SITE


def _sole(told: Told) -> str | None:
    """The one great heading, where the bar says little more."""
    sole = set(told.great)
    only = sole.pop() if len(sole) == 1 else ""
    return only if only and only in told.bar and 2 * len(only) > len(told.bar) else None


def _continued(told: Told) -> str | None:
    """The one heading that begins as the metadata, or the bar beside the name of the site, say, and goes on."""
    begun = {told.given or "", *(part for part in BESIDE.split(told.bar) if len(part.split()) > LONGEST_NAME)} - {""}
    whole = {text for text in told.texts for said in begun if text.startswith(f"{said} ")}
    return whole.pop() if len(whole) == 1 and begun.isdisjoint(told.texts) else None


def _bar_itself(told: Told) -> str | None:
    """What the bar of the browser shows, where it is a heading, and nothing else there is: not the name of the site."""
    return told.bar if told.texts.count(told.bar) == 1 and len(told.bar.split()) > LONGEST_NAME else None


def _said_twice(told: Told) -> str | None:
    """What a page says for others or in its metadata, where a heading says so, too."""
    both = (said for said in (*told.shared, told.given) if said and _line(said) in told.texts)
    return next((str(said) for said in both if said not in told.homes), None)


def _below_home(told: Told) -> str | None:
    """The one heading of the second rank above the text, where that of the first, or the bar, has the site's name."""
    second = [text for tag, text in told.headings if tag == "h2" and len(text.split()) > LONGEST_NAME]
    is_home = told.bar != told.given and told.given in {*told.homes, told.lines[0]}
    is_begun = told.given is not None and told.bar.startswith(told.given)
    is_unseen = is_begun and not (told.given in told.lines or told.vouched)
    return (
        second[0]
        if (is_home or is_unseen) and len(second) == 1 and not told.great and _heads_text(second[0], told.lines)
        else None
    )


def _heads_text(heading: str, lines: Sequence[str]) -> bool:
    """Whether a paragraph stands a few lines below a heading."""
    at = lines.index(heading) if heading in lines else len(lines)
    return any(make_line(line).shape is Shape.PROSE for line in lines[at + 1 : at + 1 + NEAR_TEXT])


def _behind_label(told: Told) -> str | None:
    """What a page says for others, where a great heading is that behind a label: « Armée : Berlin … »."""
    said = {_line(content) for content in (*told.shared, told.given or "")} - {""}
    behind = ((heading, title) for heading in told.great for title in said if heading.endswith(f" {title}"))
    return next((title for heading, title in behind if _is_label(heading.removesuffix(title).strip())), None)


def _is_label(text: str) -> bool:
    """Whether what stands before a title is a label: « Défense », « Armée : »."""
    return text.endswith(":") or len(text.split()) <= LONGEST_KICKER


def _great(told: Told) -> str | None:
    """The one great heading, where metadata give any title."""
    one = told.great[0] if len(told.great) == 1 else ""
    return one if told.given and len(one.split()) > LONGEST_LABEL else None


def _like_given(told: Told) -> str | None:
    """The one of several great headings that has most of its words from what the metadata give."""
    given = set(make_line(told.given or "").folded.split())
    alike = [text for text in told.great if 2 * len(given & set(make_line(text).folded.split())) > len(text.split())]
    return alike[0] if len(alike) == 1 and len(alike[0].split()) > LONGEST_NAME else None


def _given(told: Told) -> str | None:
    """What the metadata give, unless it is a label, or nothing but the bar of the browser says so."""
    is_shown = told.given is not None and (told.given in told.lines or told.vouched)
    is_ranked = any(tag != "h3" for tag, _ in told.headings)
    if told.given and (is_interface(make_line(told.given)) or not (is_ranked or is_shown)):
        return None
    return None if told.given in told.homes and told.bar != told.given else told.given

"""A paragraph goes in, a passage comes out: its words, and what stands between and around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from index.article import Paragraph
from index.entities.text.words import Word, divided, joins

MONTH = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|(?:janv|févr?|avr|juil|sept|oct|nov|déc)\."
)
DAY = rf"(?:\d{{1,2}}(?:er)? (?:{MONTH})(?: \d{{4}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
AGENCY = (
    "(?:[A-Z]{2,8}|[Dd]pa|Reuters|Kyodo|Anadolu|Xinhua|Yonhap|Ukrinform|Interfax|Belga|Ritzau|Tanjug|Hina|Jiji|Antara"
    "|Petra)"
)
# "Paris, 23 mai (Agence) –", "KIEV (Reuters) -", "MOSCOU, le 3 mars –": where the article was written, not its subject.
DATELINE = re.compile(
    rf"\W{{0,3}}[A-ZÀ-Þ][\w’' -]{{2,30}}(?:/[A-ZÀ-Þ][\w’' -]{{2,30}})?"
    rf"(?:,? (?:le )?{DAY}(?: ?\([^)]{{2,40}}\))?|,? ?\([^)]{{2,40}}\))"
    r" ?[-–—:]+(?: |$)"
    # "VARSOVIE (PAP). La Pologne …": a full stop is enough behind an agency, not behind a country.
    rf"|[A-ZÀ-Þ][A-ZÀ-Þ’' -]{{2,30}} \({AGENCY}\)\. (?=[A-ZÀ-Þ«])"
)
ENDS_SENTENCE = re.compile(r"[.!?…:;«»\"“”()\[\]–—•*\n]| -+ ")
_NOTE_MARK = re.compile(r"(?<=[^\W\d_]{4})[¹²³]")
_FEW_WORDS = 3
_LONGEST_SENTENCE = 40  # words of one that is looked back over: a text without stops costs no more than others
INITIAL_GAPS = (".", ". ")  # what stands behind the J of « J. Vance »


@dataclass(frozen=True, slots=True)
class Passage:
    """One searched paragraph as words; `number` is its place in the reading, `ordinal` that in the article.

    Words of a dateline are left out: where an article was written says nothing of its subject. `gaps` are what stands
    before each word and behind the last, `starts` the code points where words start in the text, `tokens` the words as
    they are compared, folded. `joints` are the places of the words that may belong to one name with the word before,
    `capitals` those of the words with a capital: most rules need not look at the others. A headline all in capitals
    (`shouts`) has none: they tell nothing there.
    """

    number: int
    ordinal: int
    text: str
    words: tuple[Word, ...]
    gaps: tuple[str, ...]
    starts: tuple[int, ...] = field(init=False)
    tokens: tuple[str, ...] = field(init=False)
    joints: frozenset[int] = field(init=False)
    capitals: tuple[int, ...] = field(init=False)
    shouts: bool = field(init=False)

    def __post_init__(self) -> None:
        capitals = tuple([at for at, word in enumerate(self.words) if word.capital])
        shouts = len(capitals) > _FEW_WORDS and not any(character.islower() for character in self.text)
        object.__setattr__(self, "starts", _starts(self.words, self.gaps))
        object.__setattr__(self, "tokens", tuple([word.folded for word in self.words]))
        joints = [
            at
            for at, gap in enumerate(self.gaps[:-1])
            if at and (gap == " " or joins(gap) or (gap in INITIAL_GAPS and self.is_initial(at - 1)))
        ]
        object.__setattr__(self, "joints", frozenset(joints))
        object.__setattr__(self, "capitals", () if shouts else capitals)
        object.__setattr__(self, "shouts", shouts)

    @classmethod
    def of(cls, number: int, paragraph: Paragraph) -> Passage:
        """Return the passage of a paragraph."""
        text = _plain(paragraph.text)
        dateline = DATELINE.match(text)
        begin = dateline.end() if dateline else 0
        words, (before, *gaps) = divided(text[begin:])
        return cls(number, paragraph.ordinal, paragraph.text, words, (text[:begin] + before, *gaps))

    def joined(self, position: int) -> bool:
        """Return whether word `position` and the one before may belong to one name."""
        return position in self.joints

    def is_initial(self, position: int) -> bool:
        """Return whether the word is a single capital: the J and F of names like John F. Kennedy."""
        word = self.words[position]
        return word.capital and len(word.text) == 1 and word.text != "À"

    def starts_sentence(self, position: int) -> bool:
        """Return whether the word may have its capital from standing first."""
        return position == 0 or ENDS_SENTENCE.search(self.gaps[position]) is not None

    def sentence_start(self, position: int) -> int:
        """Return where the sentence of a word starts; `position` itself where it starts too far before to be sure."""
        back = range(position, max(position - _LONGEST_SENTENCE, -1), -1)
        return next((at for at in back if self.starts_sentence(at)), position)

    def starts_clause(self, position: int) -> bool:
        """Return whether punctuation stands before the word: « Un recul », note Paris."""
        return position == 0 or not joins(self.gaps[position])

    def folded(self, first: int, end: int) -> tuple[str, ...]:
        """Return the folded words from `first` to before `end`; what lies outside the passage is left out."""
        return self.tokens[first if first > 0 else 0 : end if end > 0 else 0]


def _starts(words: Iterable[Word], gaps: Iterable[str]) -> tuple[int, ...]:
    """Return where each word starts, in code points."""
    starts, at = [], 0
    for word, gap in zip(words, gaps, strict=False):
        at += len(gap)
        starts.append(at)
        at += len(word.text)
    return tuple(starts)


def _plain(text: str) -> str:
    """Return the text with plain blanks and hyphens, as long as before: typography parts no name from its words.

    Nor do the marks of notes belong to one: « Macron¹ ».
    """
    if "¹" in text or "²" in text or "³" in text:
        text = _NOTE_MARK.sub(" ", text)
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
    return text.replace("\u2010", "-").replace("\u2011", "-")


class WordSpan(NamedTuple):
    """The words from `first` to before `end` of a passage."""

    passage: Passage
    first: int
    end: int

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the span."""
        return self.passage.words[self.first : self.end]

    @property
    def tokens(self) -> tuple[str, ...]:
        """The folded words of the span."""
        return self.passage.tokens[self.first : self.end]

    @property
    def points(self) -> tuple[int, int]:
        """Where the span starts and ends, in code points of the paragraph."""
        starts, last = self.passage.starts, self.end - 1
        return starts[self.first], starts[last] + len(self.passage.words[last].text)

    @property
    def text(self) -> str:
        """The span as the paragraph spells it."""
        start, end = self.points
        return self.passage.text[start:end]

    @property
    def label(self) -> str:
        """The span as the label of somebody or something that no gazetteer lists: its blanks and hyphens plain."""
        return " ".join(_plain(self.text).split())

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the article: passage and word."""
        return self.passage.number, self.first

    @property
    def word_before(self) -> Word | None:
        """The word that is joined to the span from the left, if any."""
        return self.passage.words[self.first - 1] if self.first in self.passage.joints else None

    @property
    def word_after(self) -> Word | None:
        """The word that is joined to the span from the right, if any."""
        return self.passage.words[self.end] if self.end in self.passage.joints else None

    @property
    def gap_before(self) -> str:
        """What stands between the span and the word before, without spaces; "" at the beginning."""
        return self.passage.gaps[self.first].strip() if self.first else ""

    @property
    def gap_after(self) -> str:
        """What stands between the span and the word after, without spaces; "" at the end."""
        return self.passage.gaps[self.end].strip() if self.end < len(self.passage.words) else ""

    @property
    def hyphen_before(self) -> bool:
        """Whether a hyphen binds the span to the word before; with spaces around it is a dash: « DIRECT - Macron »."""
        return self.first > 0 and self.passage.gaps[self.first] == "-"

    @property
    def hyphen_after(self) -> bool:
        """Whether a hyphen binds the span to the word after."""
        return self.end < len(self.passage.words) and self.passage.gaps[self.end] == "-"

    def before(self, count: int) -> tuple[str, ...]:
        """Return the folded words before the span, at most `count`."""
        first = self.first
        return self.passage.tokens[first - count if first > count else 0 : first]

    def after(self, count: int) -> tuple[str, ...]:
        """Return the folded words after the span, at most `count`."""
        return self.passage.tokens[self.end : self.end + count]

    def holds(self, at: int) -> bool:
        """Return whether the word at this place belongs to the span."""
        return self.first <= at < self.end

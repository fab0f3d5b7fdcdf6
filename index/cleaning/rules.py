"""A line goes in; the zone it belongs to by its wording alone, with the name of the rule that says so, comes out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from index.article import Zone
from index.cleaning.lines import Line, asked_once, fold_line
from index.cleaning.templates import ANY_ENDING, SIGNS, Template, Vocabulary, compile_template

# The rules of wordings.yaml that may open a list of other articles, or the comments of readers.
HEADING, COMMENTS, CLOSING = "related heading", "comments heading", "closing heading"
# What says that live coverage is over.
COVERED = "end of coverage"
# After these, the rest of a page is not the article, if it is little.
CLOSINGS = (COMMENTS, CLOSING, "copyright")
# What is said in short of the article itself, below its title; elsewhere it may be the day's news.
SUMMARY = re.compile(r"\W*(?:l'essentiel|en (?:bref|resume|un coup d'oeil)|resume|a retenir|(?:les )?points cles)\b")
# Lines without words, and addresses: what templates, made of words, cannot say.
BARE = (
    # Below it stands what the writer of a message signs with.
    (CLOSING, r"_{6,}"),
    ("digits", r"[\W_]*\d[\d\W_]*(?:k|m|%)?[\W_]*"),
    ("signs", r"[\W_]*"),
    # « N° 112/DICOM »
    ("digits", r"\W*n(?:o|umero| degres)\.? *\d+ ?/ ?[a-z][\w/ -]{1,20}"),
    ("single letter", r"\W*(?P<letter>[a-z])(?:\W+(?P=letter))*\W*"),
    ("clock", r"\W*\d{1,2}[h:]\d{2}(?::\d{2})?(?:\W+\d{1,2}:\d{2})?(?: ?(?:gmt|utc|cet|min))?\W*"),
    # « 19h30 - 2 min. 48 s. »: when it was on air, and how long.
    ("clock", r"\W*\d{1,2}[h:]\d{2} - \d+ min\.?(?: \d+ s)?\W*"),
    ("address", r"\W*(?:https?://|www\.)\S+|\W*[\w.+-]+@[\w-]+\.[\w.]+|\W*@\w+"),
    (
        "address",
        r"\W*[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|fr|org|net|info|eu|[a-z]{2}|news|media|example)(?:/\S*)?",
    ),
    ("address", r".*\b[\w.+-]+@[\w-]+\.\w[\w.]*\W*"),
    ("telephone", r"\W*(?:tel(?:ephone)?|fax|phone)\W*[+\d][\d .()-]{6,}"),
    ("telephone", r".*\b(?:ecrivez|appelez|telephonez|contactez|joindre)\b[^.]{0,30}\d[\d .()/-]{6,}"),
    ("hashtags", r"(?:suivre |suivez )?(?:[#@][\w'-]+[\s,;|]*)+"),
)
ANY_BARE = re.compile("|".join(f"(?P<_{number}>{pattern})" for number, (_, pattern) in enumerate(BARE)))


# Words whose templates are remembered: more than most archives have in their short lines.
LARGEST_MEMORY = 50_000
# What is longer is no word, and may be megabytes long.
LONGEST_REMEMBERED = 60
# What stands before its last sentence, if it has so many words and none of such talk, tells what happens.
SENTENCES, SHORTEST_LEAD = re.compile(r"(?<=[.!?…]) (?=[A-ZÀ-Þ«])"), 15
# « Propos recueillis à Dakar. », « Vidéo. »
LONGEST_SIGNED, LONGEST_LABEL = 4, 2
# A line of more words is no talk of the site.
LONGEST_TALK = 45
# « M. Lherminier. – Combien de frégates vous faudrait-il ? » and « Question – Votre réaction ? » are quoted as well.
QUOTED = re.compile(r'[«»“”"]|\w\. [–—-] |^(?:Question|Réponse|[QR]) ?[:–—-] ')
# What happened, or will: notes say what is.
NARRATIVE = re.compile(
    r"\b(?:a|ont|avait|avaient|était|étaient|sera|seront|doit|doivent|fut|furent)\b"
    r"|\b(?:il|elle|on|qui|ils|elles) (?:[nsl]['’]|ne |se |le |la |y |en )?\w+(?:ait|aient)\b"
    r"|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\b(?:hier|demain)\b|\b(?:est|sont) (?:prévu|attendu)e?s?\b"
    r"|\b(?!(?:fait|lait|trait|souhait|portrait|extrait|retrait|attrait|parfait|forfait|abstrait|distrait)\b)"
    r"[a-zà-ÿ]{3,}(?:ait|aient)\b"
)
IMPERFECT, SHORTEST_TOLD = re.compile(r"\b(?:était|étaient|avait|avaient|fut|furent)\b"), 10
# Speeches and reports address their hearers so, sites never their readers.
VOCATIVE = re.compile(
    r"\b(?:mesdames|messieurs|monsieur le|madame la|chers? (?:amis|collegues)|excellences?"
    r"|votre (?:rapporteure?|commission))\b"
)
# « Bonjour Loïc, ce matin vous nous emmenez à … » and « Merci Odile Brun d'avoir été notre invitée. » are said on air.
ON_AIR = re.compile(
    r"(?:Bonjour|Bonsoir|Merci)(?: beaucoup| infiniment| encore)?,? (?:à )?"
    r"(?!Invité|Visiteur)[A-ZÀ-Þ][\w-]+(?:,| [A-ZÀ-Þ])"
    r"|Merci(?: beaucoup| infiniment)? d['’]avoir (?:été|accepté|répondu|pris)\b"
)
# Sites say « nous ».
OF_ONESELF = re.compile(r"\b(?:je|j'ai|j'etais|me|moi|mon|ma|mes)\b")
SAID_THAT = re.compile(
    r"\b(?:a|ont) (?:repondu|dit|declare|assure|affirme|indique|annonce|precise|explique|ajoute|rappele|estime) qu[e']"
)
# An answer begins so.
ANSWER = re.compile(r"(?:Oui|Non|Si|Certes|Bien sûr|Absolument|Exactement|Tout à fait|Évidemment)[.,!]")
SECOND_PERSON = re.compile(r"vo(?:s|tre)$")
QUOTATION = re.compile(r"\s*(?:[-–—]\s*)?[«“\"].*[»”\"][\s.,!?…]*$")


# « Suivre l'actualité ou l'éteindre ? Chacune sa méthode. »: a paragraph may begin with a question.
ASKED = re.compile(r"(?!.*(?:\b[VvNn]o(?:us|tre|s)|ez)\b)[^.?!]{12,}\? [A-ZÀ-Þ][^.?!]{2,}[.!?]")
# « — Et vous, lequel préfériez-vous ? » is said in a dialogue, « À suivre. » ends an article to be continued.
SPOKEN = re.compile(r"\s*[–—]\s+[A-ZÀ-Þ].*[.!?…][\s»”\"]*$")
CONTINUED = re.compile(r"\(\s*à suivre\s*[.…]*\)\W*|à suivre\s*(?:\.|…)+", re.IGNORECASE)
LATIN, OTHER_SCRIPT = re.compile("[a-zA-ZÀ-ɏ]"), re.compile(r"[^\W\d_a-zA-ZÀ-ɏ]")


class Mark(NamedTuple):
    """The zone of a line and the rule that put it there."""

    zone: Zone
    rule: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts a line into `zone` whose form matches one of the `templates`, if it has up to `words` words.

    Longer lines are paragraphs that merely begin alike. Without `sentences` no line is taken that ends as a sentence,
    unless it has but two words, a by-line four: « Carte blanche au général. » is one.
    """

    name: str
    zone: Zone
    templates: tuple[Template, ...]
    words: int
    sentences: bool

    def admits(self, line: Line) -> bool:
        """Whether a line is short enough for the rule, and ends as it should."""
        if self.zone is Zone.DATELINE and line.text.endswith(";"):
            return False  # « Oleg D. Starodoub, juge dans la région occupée ; » is a point of a list
        longest = LONGEST_SIGNED if self.zone is Zone.DATELINE else LONGEST_LABEL
        return line.words <= self.words and (self.sentences or line.words <= longest or not line.is_terminated)


class Wordings:
    """Rules in order, with an index of the words of which a line must hold one to match a template at all."""

    def __init__(self, rules: Iterable[Wording]) -> None:
        self.rules = tuple(rules)
        self._templates = [(rule, template) for rule in self.rules for template in rule.templates]
        self._always = [number for number, (_, template) in enumerate(self._templates) if not template.needed]
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._beginnings: dict[str, list[int]] = defaultdict(list)
        for number, (_, template) in enumerate(self._templates):
            for word in template.needed:
                table = self._beginnings if word.endswith(ANY_ENDING) else self._exact
                table[word.removesuffix(ANY_ENDING).replace("\\", "")].append(number)
        self._lengths = sorted({len(beginning) for beginning in self._beginnings})
        self._memory: dict[str, tuple[int, ...]] = {}

    def find(self, line: Line) -> Wording | None:
        """The first rule that takes a line."""
        for number in sorted(self._possible(line.form)):
            rule, template = self._templates[number]
            if rule.admits(line) and _compiled(template.pattern).match(line.form):
                return rule
        return None

    def _possible(self, form: str) -> set[int]:
        """The templates of which the form holds a word that they need."""
        possible = set(self._always)
        for token in form.replace("^", "").split():
            needing = self._memory.get(token)
            if needing is None:
                needing = self._remember(token)
            if needing:
                possible.update(needing)
        return possible

    def _remember(self, token: str) -> tuple[int, ...]:
        """The templates that need a word, kept for the next line that holds it."""
        beginnings = (token[:length] for length in self._lengths if length <= len(token))
        tables = [self._exact.get(token, ()), *(self._beginnings.get(beginning, ()) for beginning in beginnings)]
        needing = tuple(number for table in tables for number in table)
        if len(token) > LONGEST_REMEMBERED:
            return needing
        if len(self._memory) >= LARGEST_MEMORY:
            self._memory.clear()
        return self._memory.setdefault(token, needing)


def matches(template: Template, form: str) -> bool:
    """Whether the form of a line matches a template."""
    return _compiled(template.pattern).match(form) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when a line first needs it; all of them together take most of a second."""
    return re.compile(pattern)


@cache
def wordings() -> Wordings:
    """The rules of wordings.yaml for lines anywhere, in order."""
    return Wordings(_wording(entry) for entry in content()["rules"])


@cache
def byline_wordings(*beside: str) -> Wordings:
    """Those of the rules that know by-lines, and those of the given names."""
    return Wordings(rule for rule in wordings().rules if rule.zone is Zone.DATELINE or rule.name in beside)


@cache
def head_wordings() -> Wordings:
    """The rules of wordings.yaml for lines between title and text, in order."""
    return Wordings(_wording(entry) for entry in content()["head"])


@cache
def sections() -> frozenset[str]:
    """The folded words by which sites name their sections."""
    return frozenset(str(content()["sections"]).split())


@cache
def offices() -> re.Pattern[str]:
    """What a line begins with that says what an author does."""
    words = (word.strip().replace("~", r"\w*") for word in str(content()["vocabulary"]["office"]).split("|"))
    return re.compile(rf"\W*(?:{'|'.join(words)})\b")


def is_talk(line: Line, words: int = 2) -> bool:
    """Whether a line sounds like a site talking to its readers: never what somebody is quoted with, or a long one.

    `words` is how many different words must say so.
    """
    return _words_of_talk(line) >= words


@asked_once
def _words_of_talk(line: Line) -> int:
    """How many different words of a line say that a site talks to its readers; 0 where it does not."""
    if line.words > LONGEST_TALK or is_reported(line) or (is_told(line) and not _talk("you").search(line.folded)):
        return 0
    if (
        ANSWER.match(line.text)
        or ON_AIR.match(line.text)
        or VOCATIVE.search(line.folded)
        or (line.is_terminated and OF_ONESELF.search(line.folded))
    ):
        return 0
    lead = " ".join(SENTENCES.split(line.text)[:-1])
    if len(lead.split()) >= SHORTEST_LEAD and not _talk("telling").search(fold_line(lead)):
        return 0  # « Kiev redoute des frappes … Suivez avec nous les derniers événements. »
    # However often it says « you », that alone is one word.
    telling = len({SECOND_PERSON.sub("vous", word) for word in _talk("telling").findall(line.folded)})
    return telling and telling + len(set(_talk("beside").findall(line.folded)))


@asked_once
def is_told(line: Line) -> bool:
    """Whether a line says what happened or will, as articles do, rather than what is, as notes do."""
    return NARRATIVE.search(line.text) is not None


def _is_past(line: Line) -> bool:
    """Whether a line says what was, and nothing to its readers: « Il n'était plus là pour commenter. »"""
    return IMPERFECT.search(line.text) is not None and not _talk("you").search(line.folded)


@asked_once
def is_reported(line: Line) -> bool:
    """Whether a line says, or seems to say, what somebody has said."""
    return bool(QUOTED.search(line.text) or _talk("reported").search(line.folded))


@cache
def _said_by() -> re.Pattern[str]:
    """« …, a dit l'armée », « … ! lance le soldat »: who says it stands behind what is said, not « raconté par »."""
    verbs = str(content()["talk"]["reported"]).replace("~", r"\w*").split()
    return re.compile(
        rf"[,!?] (?:a |ont |[a-z]+-t-(?:il|elle|on) )?(?:{'|'.join(verbs)})(?:nt|-t-(?:il|elle|on))?\b(?! par\b)"
    )


@cache
def _talk(part: str) -> re.Pattern[str]:
    words = str(content()["talk"][part]).replace("~", r"\w*").split()
    return re.compile(rf"\b(?<!rendez-)(?:{'|'.join(words)})\b")


@cache
def content() -> dict[str, Any]:
    """What wordings.yaml says."""
    text = files("index.cleaning").joinpath("wordings.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


@cache
def vocabulary() -> Vocabulary:
    """The alternatives behind the names in templates."""
    return Vocabulary(content()["vocabulary"])


def _wording(entry: Mapping[str, Any]) -> Wording:
    places = {"whole": (SIGNS, f"{SIGNS}$"), "opening": (SIGNS, ""), "holding": (r"(?: \S+)*?", "")}
    templates = tuple(
        Template(before + template.pattern + after, template.needed)
        for place, (before, after) in places.items()
        for template in (compile_template(line, vocabulary()) for line in entry.get(place, "").splitlines())
    )
    return Wording(entry["name"], Zone(entry["zone"]), templates, entry["words"], entry.get("sentences", True))


def mark_bare(line: Line) -> Mark | None:
    """What a line without words, an address, or a label in another script is; None for any other."""
    if not line.is_terminated and 2 * len(OTHER_SCRIPT.findall(line.text)) > len(LATIN.findall(line.text)):
        return Mark(Zone.CHROME, "other script")
    found = ANY_BARE.fullmatch(line.folded)
    return Mark(Zone.CHROME, BARE[int(str(found.lastgroup)[1:])][0]) if found else None


def mark_wording(line: Line, rules: Wordings) -> Mark | None:
    """What the first rule that takes the line makes of it; None where no rule does, and for what somebody says."""
    said = QUOTATION.match(line.text) or SPOKEN.match(line.text) or ASKED.match(line.text)
    rule = None if said else rules.find(line)
    if rule is None:
        return None
    if rule.zone is not Zone.RELATED and line.is_terminated and _said_by().search(line.folded):
        return None
    if rule.zone is Zone.CAPTION and SAID_THAT.search(line.folded):
        return None  # « La ministre a répondu que les navires ne seraient pas livrés. (Agence) »
    if rule.name == COVERED and line.text.endswith(":"):
        return None  # « Ce direct est terminé. Voici les principaux événements de la journée : »
    if rule.zone is Zone.CHROME and line.words >= SHORTEST_TOLD and line.is_terminated and _is_past(line):
        return None
    return Mark(rule.zone, rule.name)

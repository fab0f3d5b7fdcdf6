"""French text analysis: text goes in, tokens and folded words come out."""

from index.analysis.analyzer import Analyzer, fold_phrase
from index.analysis.characters import clean_text, plain
from index.analysis.elision import Span
from index.analysis.folding import fold
from index.analysis.gluing import Vocabulary, glued_parts, may_be_glued, vocabulary
from index.analysis.lexicon import ORDINARY
from index.analysis.readings import Reading, readings
from index.analysis.stopwords import STOP_WORDS, is_stop_word

__all__ = [
    "ORDINARY",
    "STOP_WORDS",
    "Analyzer",
    "Reading",
    "Span",
    "Vocabulary",
    "clean_text",
    "fold",
    "fold_phrase",
    "glued_parts",
    "is_stop_word",
    "may_be_glued",
    "plain",
    "readings",
    "vocabulary",
]

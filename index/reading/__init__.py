"""Article files of several formats go in, raw articles come out, and an error value for each that cannot be read."""

from index.reading.discovery import ArticleFile, discover
from index.reading.files import read_file
from index.reading.limits import Limits

__all__ = ["ArticleFile", "Limits", "discover", "read_file"]

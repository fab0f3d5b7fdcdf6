"""An article file goes in; its bytes come out, unpacked, bounded, or refused with the reason."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from index.errors import UnreadableArticleError
from index.reading.encoding import decode
from index.reading.limits import Limits


@dataclass(frozen=True, slots=True)
class Source:
    """An open article file: its place, its name in the archive, its unpacked bytes, and how many may be read."""

    path: Path
    relative: str
    stream: IO[bytes]
    limits: Limits

    def text(self, declared: re.Pattern[bytes] | None = None) -> str:
        """The whole file, decoded; the first group of `declared` finds the name of the encoding it claims to have.

        Raises `UnreadableArticleError` where it is empty, too large or not text.
        """
        with explained(self.path):
            content = self.stream.read(self.limits.article + 1)
        if len(content) > self.limits.article:
            raise UnreadableArticleError(self.path, f"is larger than an article may be ({self.limits.article} bytes)")
        claim = declared.search(content[:4096]) if declared else None
        return decode(content, self.path, claim[1].decode("ascii", "replace") if claim else None)

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """The lines of the file with their numbers, from 1; None for one that is larger than an article may be.

        Raises `UnreadableArticleError` where the file ends too early or is larger than a file may be.
        """
        number = size = 0
        while size <= self.limits.file:
            with explained(self.path, number + 1):
                line = self.stream.readline(self.limits.article + 1)
                size += len(line)
                number += 1
                if len(line) > self.limits.article:
                    size += self._skip_line()
                    yield number, None
                elif line:
                    yield number, line
                else:
                    return
        raise UnreadableArticleError(self.path, f"is larger than a file may be ({self.limits.file} bytes)", number)

    def _skip_line(self) -> int:
        size = 0
        while size <= self.limits.file and (part := self.stream.readline(self.limits.article)):
            size += len(part)
            if part.endswith(b"\n"):
                break
        return size


@contextmanager
def opened(path: Path, relative: str, limits: Limits, packed: bool) -> Iterator[Source]:
    """Open a file for reading, through gzip where it is packed."""
    with explained(path), path.open("rb") as stream:
        if packed:
            with gzip.GzipFile(fileobj=stream) as unpacked:
                yield Source(path, relative, cast("IO[bytes]", unpacked), limits)
        else:
            yield Source(path, relative, stream, limits)


@contextmanager
def explained(path: Path, line: int | None = None) -> Iterator[None]:
    """Turn what the system says of a file that cannot be read into an `UnreadableArticleError`."""
    try:
        yield
    except EOFError:
        raise UnreadableArticleError(path, "is truncated: its compressed data end too early", line) from None
    except (gzip.BadGzipFile, zlib.error) as error:
        raise UnreadableArticleError(path, f"is not sound gzip data ({error})", line) from None
    except OSError as error:
        raise UnreadableArticleError(path, f"cannot be read ({error.strerror or error})", line) from None

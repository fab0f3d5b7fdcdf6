"""The root of every error Dépêche raises on purpose: a sentence for people, and the facts it is about."""

from __future__ import annotations

from pathlib import Path
from typing import Any


class DepecheError(Exception):
    """An error whose text tells a person what happened, where, and what to do about it."""

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors cross from worker processes; by default their text would be taken for the arguments they are made from.
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[DepecheError], args: tuple[object, ...], facts: dict[str, object]) -> DepecheError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(facts)
    return error


class ConfigError(DepecheError):
    """A configuration that cannot be used; `path` and `key` say where."""

    def __init__(self, message: str, path: Path | None = None, key: str | None = None) -> None:
        where = ": ".join(str(part) for part in (path, key) if part is not None)
        super().__init__(f"{where}: {message}" if where else message)
        self.path = path
        self.key = key


class UnreadableArticleError(DepecheError):
    """An article file, or one line of it, that cannot be read; `path`, `line` (from 1) and `reason` say why."""

    def __init__(self, path: Path, reason: str, line: int | None = None) -> None:
        super().__init__(f"{path}: {reason}" if line is None else f"{path}: line {line}: {reason}")
        self.path = path
        self.reason = reason
        self.line = line


class GazetteerError(DepecheError):
    """A gazetteer file that cannot be used; `path` and `entity` (an id, or None) say where."""

    def __init__(self, message: str, path: Path, entity: str | None = None) -> None:
        where = str(path) if entity is None else f"{path}: {entity}"
        super().__init__(f"{where}: {message}")
        self.path = path
        self.entity = entity


class IndexMissingError(DepecheError):
    """There is no index yet in `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is no index here yet. Run `depeche reindex` to build it.")
        self.path = path


class DamagedIndexError(DepecheError):
    """A file of the index is not what was written; `path` names it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path}: {reason}. Run `depeche check` to see the extent, then `depeche reindex --full` to rebuild."
        )
        self.path = path
        self.reason = reason


class UnreadableIndexError(DepecheError):
    """The folder of the index cannot be looked into, by this user or now; `path` and `reason` say where and why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path}: the index cannot be read ({reason}). It is private to its owner: run this as the user who runs "
            "`depeche reindex`."
        )
        self.path = path
        self.reason = reason


class UnwritableIndexError(DepecheError):
    """The folder of the index, or its disk, takes no more; `path` and `reason` say what and why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path}: the index cannot be written ({reason}). What was published before is still served. "
            "Make room, or see to the permissions, and run again."
        )
        self.path = path
        self.reason = reason


class UnsafeIndexError(DepecheError):
    """The index folder can be written by others, who could run code through it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}. Make it private first: chmod 700 '{path}'.")
        self.path = path


class LockedIndexError(DepecheError):
    """Another process is writing to the index in `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: another reindex is running. Wait for it to end.")
        self.path = path


class SearchTimeoutError(DepecheError):
    """A search had to be given up before it found anything; `seconds` is the time it was given."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the search took more than {seconds:g} s. Ask for fewer or rarer words.")
        self.seconds = seconds


def reason(error: Exception) -> str:
    """What a YAML parser says is wrong, in one line: where, and what it did not expect."""
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None)
    if mark is None or problem is None:
        return " ".join(str(error).split())
    return f"line {mark.line + 1}, column {mark.column + 1}: {problem}"

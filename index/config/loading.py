"""A YAML file and environment variables go in, one `Config` comes out, or a `ConfigError` that says why not."""

from __future__ import annotations

import logging
import os
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from index.config.settings import RANGES, RESERVED_KINDS, Config, FacetConfig, default_facets, setting_keys, settings_of
from index.errors import ConfigError, reason

DEFAULT_FILE = "config.yaml"
PREFIX = "DEPECHE_"
CONFIG_VARIABLE = f"{PREFIX}CONFIG"
# What Kubernetes and Docker say of services whose names begin as ours does.
INVENTED = re.compile(rf"{PREFIX}(\w+_)?(SERVICE_(HOST|PORT)(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_\w+)?)|{PREFIX}PORT")
_log = logging.getLogger(__name__)


def load_config(path: Path | None = None, environ: Mapping[str, str] | None = None) -> Config:
    """Read `path` (by default `$DEPECHE_CONFIG` or config.yaml here), let `environ` win over it, check every value.

    Relative paths are relative to the file they stand in, those of the environment to the working directory.
    Variables that name no key are warned of, but for those that orchestrators invent (DEPECHE_PORT_8000_TCP).
    Raises `ConfigError` naming the file, the key and, for an unknown key, the nearest valid one.
    """
    environ = os.environ if environ is None else environ
    path = path or Path(environ.get(CONFIG_VARIABLE, DEFAULT_FILE))
    loader = _Loader(path.absolute(), environ)
    config = loader.config(_read(loader.path))
    loader.check_paths(config)
    loader.check_ranges(config)
    for name, nearest in _strangers(environ, config):
        _log.warning("$%s is ignored: no setting has this name.%s", name, nearest)
    return config


def _strangers(environ: Mapping[str, str], config: Config) -> Iterator[tuple[str, str]]:
    """The variables that look like settings and are none, and what each may have meant."""
    known = dict.fromkeys([CONFIG_VARIABLE, *map(variable, setting_keys(config))])
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in known and not INVENTED.fullmatch(name):
            close = get_close_matches(name, known, n=1, cutoff=0.8)
            yield name, f" Did you mean ${close[0]}?" if close else ""


def variable(key: str) -> str:
    """The environment variable of a key: `server.port` gives `DEPECHE_SERVER_PORT`."""
    return PREFIX + key.replace(".", "_").upper()


def _read(path: Path) -> Mapping[object, object]:
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(
            "there is no such file. Name one with --config FILE, or write one with two lines: "
            "`articles: FOLDER` and `index: FOLDER`.",
            path,
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}.", path) from None
    except yaml.YAMLError as error:
        raise ConfigError(f"is not valid YAML: {reason(error)}.", path) from None
    return _mapping(raw, path, None)


def _mapping(raw: object, path: Path, key: str | None) -> Mapping[object, object]:
    if raw is None:
        return {}
    if not isinstance(raw, Mapping):
        raise ConfigError("must be a mapping of keys to values.", path, key)
    return raw


@dataclass(frozen=True, slots=True)
class _Loader:
    """Builds the dataclasses of `settings` from plain YAML values, guided by their annotations."""

    path: Path
    environ: Mapping[str, str]

    def config(self, raw: Mapping[object, object]) -> Config:
        kinds = self.facets(raw.get("facets"))
        return Config(**self.section(Config, raw, ""), facets=kinds, file=self.path)

    def section(self, cls: type, raw: Mapping[object, object], prefix: str) -> dict[str, Any]:
        """The values of one section, by name; what is not set is left out."""
        settings = {setting.name: setting for setting in settings_of(cls)}
        for key in raw:
            if key not in settings:
                raise self.error(f"unknown key.{_nearest(str(key), settings)}", f"{prefix}{key}")
        hints = typing.get_type_hints(cls)
        values = {n: self.value(hints[n], raw, s, prefix) for n, s in settings.items() if n != "facets"}
        return {name: value for name, value in values.items() if value is not MISSING}

    def value(self, hint: Any, raw: Mapping[object, object], setting: Field[Any], prefix: str) -> object:
        key = f"{prefix}{setting.name}"
        name = variable(key)
        if is_dataclass(hint):
            section = self.section(typing.cast(type, hint), _mapping(raw.get(setting.name), self.path, key), f"{key}.")
            return typing.cast(type, hint)(**section)
        if name in self.environ:
            return self.convert(hint, _from_environment(hint, self.environ[name]), Path.cwd(), f"${name}")
        if setting.name in raw:
            return self.convert(hint, raw[setting.name], self.path.parent, key)
        if setting.default is MISSING and setting.default_factory is MISSING:
            raise self.error(f"is required. Add the key, or set {name}.", key)
        return MISSING

    def facets(self, raw: object) -> Mapping[str, FacetConfig]:
        sections = _mapping(raw, self.path, "facets") or dict.fromkeys(default_facets())
        return {self.kind(kind): self.facet(str(kind), section) for kind, section in sections.items()}

    def kind(self, kind: object) -> str:
        if not (isinstance(kind, str) and kind.isascii() and kind.isalpha() and kind.islower()):
            raise self.error("a kind of facet is one word of the letters a to z.", f"facets.{kind}")
        if kind in RESERVED_KINDS:
            raise self.error("this name means something else already; choose another.", f"facets.{kind}")
        return kind

    def facet(self, kind: str, raw: object) -> FacetConfig:
        section = _mapping(raw, self.path, f"facets.{kind}")
        return FacetConfig(**self.section(FacetConfig, section, f"facets.{kind}."))

    def convert(self, hint: Any, value: object, base: Path, key: str) -> object:
        try:
            return _convert(hint, value, base)
        except ValueError as error:
            raise self.error(f"must be {error}, not {value!r}.", key) from None

    def check_paths(self, config: Config) -> None:
        if not config.articles:
            raise self.error("names no folder.", "articles")
        for folder in config.articles:
            if not folder.is_dir():
                raise self.error(f"there is no folder {folder}.", "articles")
        if config.index.exists() and not config.index.is_dir():
            raise self.error(f"{config.index} is a file, not a folder.", "index")
        if config.index.resolve() in (folder.resolve() for folder in config.articles):
            raise self.error(f"{config.index} holds the articles; choose another folder.", "index")
        if config.curation is not None and not config.curation.parent.is_dir():
            raise self.error(f"there is no folder {config.curation.parent}.", "curation")
        for kind, files in config.gazetteer_files().items():
            for file in files:
                self.check_gazetteer(kind, file)

    def check_gazetteer(self, kind: str, file: Path | None) -> None:
        key = f"facets.{kind}.gazetteers"
        if file is None and kind not in default_facets():
            raise self.error("Dépêche brings no gazetteer of this kind. Name a file.", key)
        if file is not None and not file.is_file():
            raise self.error(f"there is no file {file}.", key)

    def check_ranges(self, config: Config) -> None:
        for key, (low, high) in RANGES.items():
            section, _, name = key.partition(".")
            value = getattr(getattr(config, section), name)
            if not low <= value <= high:
                raise self.error(f"must be between {low} and {high}, not {value}.", key)

    def error(self, message: str, key: str) -> ConfigError:
        return ConfigError(message, self.path, key)


def _nearest(key: str, known: Mapping[str, object]) -> str:
    close = get_close_matches(key.lower(), known, n=1, cutoff=0.5)
    return f" Did you mean `{close[0]}`?" if close else f" Known here: {', '.join(known)}."


def _from_environment(hint: Any, text: str) -> object:
    """Lists are divided like PATH, mappings and numbers read as YAML, text taken as it is."""
    if typing.get_origin(hint) is tuple:
        return [part for part in text.split(os.pathsep) if part]
    if hint is str or Path in (hint, *typing.get_args(hint)):
        return text
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return text


def _convert(hint: Any, value: object, base: Path) -> object:
    """`value` as the annotation `hint` wants it; a ValueError names what was wanted."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        values = value if isinstance(value, list) else [value]
        return tuple(_convert(arguments[0], entry, base) for entry in values)
    if origin is types.UnionType:
        return None if value is None else _convert(arguments[0], value, base)
    if hint is Path:
        return base / Path(_text(value)).expanduser()
    return _CONVERTERS[origin or hint](value)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("text")
    return value


def _integer(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("a whole number")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("a number")
    return float(value)


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def _labels(value: object) -> Mapping[str, str]:
    if not isinstance(value, Mapping) or not all(isinstance(part, str) for pair in value.items() for part in pair):
        raise ValueError("a mapping of languages to words, such as {fr: Lieux, en: Places}")
    return dict(value)


_CONVERTERS: Mapping[Any, Callable[[object], object]] = types.MappingProxyType(
    {str: _text, int: _integer, float: _number, bool: _boolean, Mapping: _labels}
)

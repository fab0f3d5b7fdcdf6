"""`depeche entities …`: what is named where and why, what is uncertain, and the curator's answers to it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click
from tqdm import tqdm

from index.article import Article
from index.columns import open_generation
from index.config import Config
from index.document import Mention
from index.entities.curating.checking import Collision, Effect, collisions, effects
from index.entities.curating.curation import UNCERTAIN, Suspect, review
from index.entities.curating.own_file import accept, add_entity, refuse, reject
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.namesakes.refusals import REASONS
from index.entities.recognise import Recogniser
from index.entities.text.words import folded
from index.errors import ConfigError, UnreadableArticleError
from index.reindexing.inspecting import InspectedArticle, inspect
from index.reindexing.recipe import Recipe
from search.columnar.searcher import open_searcher
from web.command import with_config
from web.commands.finding import located
from web.presenting import Json, article_json, mention_json, refused_json

UNREADABLE = 3
REINDEX = "Run `depeche reindex` to apply it."


@click.group()
def command() -> None:
    """Explain facet values, review uncertain names, and correct them in the file that `curation` names."""


@command.command()
@with_config
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line for each article.")
@click.argument("file")
def explain(config: Config, file: str, as_json: bool) -> None:
    """Show for each facet value of FILE the words, span, rule and confidence that give it.

    Names of the gazetteer that do not count where they stand follow, each with the reason.
    FILE is a path, or the name that the page and the reports show.
    """
    unreadable = False
    for found in inspect(config, located(config, file)):
        if isinstance(found, UnreadableArticleError):
            unreadable = True
            click.echo(f"Error: {found}", err=True)
        elif as_json:
            click.echo(json.dumps(explained_json(found), ensure_ascii=False))
        else:
            click.echo("\n".join(explained(found)))
    sys.exit(UNREADABLE if unreadable else 0)


@command.command("review")
@with_config
@click.option("--limit", type=click.IntRange(min=1), default=30, show_default=True, help="How many to list.")
@click.option("--kind", help="Only this kind of facet.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def review_command(config: Config, limit: int, kind: str | None, as_json: bool) -> None:
    """List uncertain spellings and unverified names of the index, those in most articles first."""
    if kind is not None:
        _check_kind(config, kind)
    suspects = [s for s in review(_indexed(config), Recipe.of(config).gazetteer()) if kind in (None, s.kind)]
    for suspect in suspects[:limit]:
        click.echo(json.dumps(asdict(suspect), ensure_ascii=False) if as_json else "\n".join(suspected(suspect)))
    if not as_json:
        click.echo(_reviewed(config, kind, len(suspects), limit))


@command.command("accept")
@with_config
@click.option("--kind", default="person", show_default=True, help="The kind of facet.")
@click.argument("words", callback=lambda *given: _words(given[-1]))
@click.argument("entity", required=False)
def accept_command(config: Config, kind: str, words: str, entity: str | None) -> None:
    """Confirm that WORDS are a spelling of ENTITY (an id, label or alias).

    Without ENTITY: of whom the index takes them for; an unverified name becomes an entry of its own.
    """
    _check_kind(config, kind)
    path, gazetteer = _curation(config), Recipe.of(config).gazetteer()
    found = _entity(gazetteer, kind, entity) if entity else _resolved(config, kind, words)
    if found is None:
        _note(path, lambda: add_entity(path, kind, words), f"« {words} » is {{}} a {kind} of its own.")
    else:
        named = _named(gazetteer, kind, found)
        _note(path, lambda: accept(path, kind, found, words), f"« {words} » is {{}} a spelling of {named}.")


@command.command("reject")
@with_config
@click.option("--kind", default="person", show_default=True, help="The kind of facet.")
@click.argument("words", callback=lambda *given: _words(given[-1]))
@click.argument("entity", required=False)
def reject_command(config: Config, kind: str, words: str, entity: str | None) -> None:
    """Note that WORDS are never ENTITY (an id, label or alias).

    Without ENTITY: not whom the index takes them for; an unverified name is then no name at all.
    """
    _check_kind(config, kind)
    path, gazetteer = _curation(config), Recipe.of(config).gazetteer()
    found = _entity(gazetteer, kind, entity) if entity else _resolved(config, kind, words)
    if found is None:
        _note(path, lambda: refuse(path, words), f"« {words} » is {{}} no name at all.")
    else:
        named = _named(gazetteer, kind, found)
        _note(path, lambda: reject(path, kind, found, words), f"« {words} » is {{}} never taken for {named}.")


@command.command()
@with_config
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def check(config: Config, as_json: bool) -> None:
    """Report names that two entries claim, and what the gazetteers as they are now would change in the index.

    Nothing is indexed. Exit status: 1 where names collide.
    """
    gazetteer = Recipe.of(config).gazetteer()
    collided = collisions(gazetteer)
    changed = effects(_with_bar(_indexed(config)), Recogniser(gazetteer))
    if as_json:
        found = {"collisions": [asdict(c) for c in collided], "effects": [asdict(e) for e in changed]}
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(checked(collided, changed)))
    sys.exit(1 if collided else 0)


def explained(found: InspectedArticle) -> Iterator[str]:
    """The evidence for every facet value of an article, by paragraph, and why other listed names do not count."""
    yield click.style(found.article.title, bold=True)
    for mention in found.mentions:
        verified = "" if mention.listed else " (unverified)"
        yield (
            f"  ¶{mention.ordinal:<3} {mention.start:>4}-{mention.end:<4} « {mention.words} » -> "
            f"{mention.kind} {mention.entity}: {mention.label}{verified}, {mention.rule}, {mention.confidence:.2f}"
        )
    if found.refused:
        yield "  Not counted:"
    for name in found.refused:
        yield (
            f"  ¶{name.ordinal:<3} {name.start:>4}-{name.end:<4} « {name.words} » is not "
            f"{name.kind} {name.entity}: {REASONS[name.reason]} ({name.reason})"
        )


def explained_json(found: InspectedArticle) -> Json:
    """The same for a program."""
    mentions = [{"ordinal": mention.ordinal} | mention_json(mention) for mention in found.mentions]
    refused = [{"ordinal": name.ordinal} | refused_json(name) for name in found.refused]
    return {"article": article_json(found.article), "facets": mentions, "refused": refused}


def suspected(suspect: Suspect) -> Iterator[str]:
    """A spelling to decide about."""
    now = f"taken for {suspect.entity}" if suspect.listed else "unverified"
    counted = f"{_counted(suspect.articles, 'article')}, {_counted(suspect.mentions, 'mention')}"
    proposed = ", proposed as a new entry" if suspect.proposed else ""
    rules = ", ".join(suspect.rules)
    yield f"{click.style(suspect.words, bold=True)} ({suspect.kind}): {now}, {counted}, {rules}{proposed}"
    yield from (f"    {context}" for context in suspect.contexts)
    if suspect.candidates:
        yield "    may be: " + ", ".join(f"{c.label} [{c.entity}] {c.score:.2f}" for c in suspect.candidates)


def checked(collided: Sequence[Collision], changed: Sequence[Effect]) -> Iterator[str]:
    """Collisions, then before and after."""
    for collision in collided:
        yield f"Collision: « {collision.form} » ({collision.kind}) is claimed by {', '.join(collision.entities)}."
    yield from (f"{e.kind} {e.entity}: {e.before} -> {_counted(e.after, 'article')} ({e.label})" for e in changed)
    found, would = _counted(len(collided), "collision"), _counted(len(changed), "facet value")
    yield f"{found}; {would} would change (counted in articles, copies included)."


def _counted(number: int, what: str) -> str:
    """A number of things, in the singular for one."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _indexed(config: Config) -> Iterator[tuple[Article, Sequence[Mention]]]:
    searcher = open_searcher(open_generation(config.index))
    return ((stored.article, stored.mentions) for stored in searcher.articles())


def _with_bar(stream: Iterator[tuple[Article, Sequence[Mention]]]) -> Iterator[tuple[Article, Sequence[Mention]]]:
    return iter(tqdm(stream, desc="Recognising", unit=" articles", leave=False, disable=None))


def _check_kind(config: Config, kind: str) -> None:
    if kind not in config.kinds:
        raise click.BadParameter(
            f"no kind of facet is called {kind!r}; there are {', '.join(config.kinds)}.", param_hint="--kind"
        )


def _words(text: str) -> str:
    if not folded(text):
        raise click.BadParameter(f"nothing was written: {text!r} has no letter or digit.", param_hint="WORDS")
    return text


def _reviewed(config: Config, kind: str | None, found: int, limit: int) -> str:
    """What closes a review: how much there is, and where answers go."""
    if not found:
        return f"Nothing is uncertain{f' of the kind {kind}' if kind else ''}."
    where = (
        f", which write to {config.curation}" if config.curation else "; set `curation` first, the file they write to"
    )
    return f"{min(limit, found)} of {found} shown. Answer with `depeche entities accept` or `reject`{where}."


def _note(path: Path, write: Callable[[], object], told: str) -> None:
    """Write an answer to the curator's file, and tell whether that was news."""
    before = path.read_bytes() if path.exists() else b""
    write()
    if path.read_bytes() == before:
        click.echo(f"{path}: {told.format('already')} Nothing was changed.")
    else:
        click.echo(f"{path}: {told.format('now')} {REINDEX}")


def _named(gazetteer: Gazetteer, kind: str, entity: str) -> str:
    """An entity as a curator knows it: its label, and its id."""
    label = gazetteer.label(kind, entity)
    return f"{label} ({entity})" if label else entity


def _entity(gazetteer: Gazetteer, kind: str, text: str) -> str:
    found = gazetteer.resolve(kind, text)
    if found is None:
        others = sorted({entity.kind for entity in gazetteer.entities} - {kind})
        fitting = [other for other in others if gazetteer.resolve(other, text)]
        remedy = f"; there is a {fitting[0]} of this name: add --kind {fitting[0]}" if fitting else ""
        raise click.BadParameter(f"no {kind} is known as {text!r}{remedy}.", param_hint="ENTITY")
    return found


def _resolved(config: Config, kind: str, words: str) -> str | None:
    """Whom the index takes an uncertain spelling for; None for an unverified name."""
    wanted = folded(words)
    others: set[str] = set()
    for _, mentions in _indexed(config):
        for mention in mentions:
            if folded(mention.words) == wanted and _suspicious(mention):
                if mention.kind == kind:
                    return mention.entity if mention.listed else None
                others.add(mention.kind)
    remedy = "name the ENTITY it stands for"
    if others:
        remedy = f"there it is of another kind: add {' or '.join(f'--kind {other}' for other in sorted(others))}"
    message = f"the index holds no uncertain {kind} of this spelling; {remedy}."
    raise click.BadParameter(message, param_hint="WORDS")


def _suspicious(mention: Mention) -> bool:
    return mention.rule in UNCERTAIN or not mention.listed


def _curation(config: Config) -> Path:
    if config.curation is None:
        raise ConfigError("is not set. Name a file of your own to write corrections to.", config.file, "curation")
    return config.curation

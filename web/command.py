"""A command line goes in; the work of one command, or a message and an exit status, comes out."""

from __future__ import annotations

import gc
import importlib
import sys
from pathlib import Path
from typing import IO, Any, NoReturn

import click

from index.config import Config, load_config
from index.errors import ConfigError, DepecheError

# Commands are loaded when they are called: `depeche --help` need not import the engine.
COMMANDS = ("reindex", "serve", "search", "export", "entities", "article", "status", "check", "rollback")


class Commands(click.Group):
    """Finds each command in the module of its name, and turns our errors into messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the help text."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of this name."""
        if name not in COMMANDS:
            return None
        found = importlib.import_module(f"web.commands.{name}").command
        assert isinstance(found, click.Command)
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Run, and tell an operator in one line what went wrong."""
        try:
            return super().invoke(ctx)
        except ConfigError as error:
            raise _Failed(str(error), 2) from None
        except DepecheError as error:
            raise _Failed(str(error), 1) from None
        except BrokenPipeError:
            # The reader of our output (head, less) has seen enough.
            ctx.exit(0)


class _Failed(click.ClickException):
    """A message on standard error and an exit status."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message and leave with our own status."""
        super().show(file)
        sys.exit(self.status)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="depeche", prog_name="depeche")
def main() -> None:
    """Search French news articles: index them, serve the search page, ask from the command line."""


def with_config(function: Any) -> Any:
    """Give a command `--config FILE`, and its function the loaded `Config` as `config`."""

    def load(_ctx: click.Context, _parameter: click.Parameter, path: Path | None) -> Config:
        return load_config(path)

    option = click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=load,
        help="The configuration [default: $DEPECHE_CONFIG, or config.yaml here].",
    )
    return option(function)


def end(status: int = 0) -> NoReturn:
    """Leave with this exit status, at once.

    Before it ends, Python would look for garbage among all that was loaded: up to half a second for nothing.
    """
    gc.freeze()
    sys.exit(status)

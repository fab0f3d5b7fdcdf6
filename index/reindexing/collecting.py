"""A piece of work that makes many things to keep goes in, and is not held up by looks for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# How many more things than have been let go of there may be before the youngest, the middle-aged and the old are looked
# through; Python's own 700 make indexing a tenth slower, and one new article among a hundred thousand a fifth. The
# gazetteers are made of fewer, so that nothing is looked through while they are loaded: a tenth of the time that takes.
SELDOM = (1_000_000, 50, 100)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let the collector of cyclic garbage look less often at what is made within."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)

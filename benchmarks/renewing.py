"""What a benchmark has measured goes in; it takes the place of the last measurement in docs/benchmarks.md."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"


def renew(part: str, lines: list[str], page: Path = PAGE) -> None:
    """Replace what stands between the marks of a part; a part that the page does not have comes last."""
    begin, end = f"<!-- {part}: renewed by make bench -->", f"<!-- {part}: end -->"
    before, _, rest = page.read_text("utf-8").partition(begin)
    _, _, after = rest.partition(end)
    page.write_text("\n".join([f"{before}{begin}\n", *lines, f"\n{end}{after}"]), "utf-8")

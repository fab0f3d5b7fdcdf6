"""`depeche reindex` and its companions as they are called from a shell."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.columns.lock import WriteLock
from tests.index.reindexing.archive import Archive, story
from tests.web.commands.conftest import BINARY, Call
from web.command import main
from web.commands.reindex import Status
from web.commands.reindex import command as reindex_command
from web.commands.status import size


def test_a_run_ends_with_a_summary(depeche: Call) -> None:
    result = depeche("reindex")
    assert result.exit_code == 0
    assert "3 added" in result.stdout
    assert "3 articles" in result.stdout


def test_the_summary_of_a_first_run_does_not_say_that_there_is_no_index(depeche: Call) -> None:
    first = depeche("reindex").stdout
    assert ("Every file was read: this is the first run." in first, "no index" in first) == (True, False)


def test_skipped_files_are_named_and_make_the_exit_status_3(archive: Archive, depeche: Call) -> None:
    archive.write("mauvais été.txt", BINARY)
    result = depeche("reindex")
    assert result.exit_code == 3
    assert "mauvais été.txt: is binary data" in result.stdout


def test_what_is_indexed_in_doubt_is_named_and_no_failure(archive: Archive, depeche: Call) -> None:
    archive.write("a.md", f"---\ndate: 31 février 2025\n---\n\n{story(7)}")
    for command in (("reindex", "--dry-run"), ("reindex",), ("status",)):
        result = depeche(*command)
        assert result.exit_code == 0
        assert "a.md: its date is not understood (31 février 2025)" in result.stdout
        assert "Skipped" not in result.stdout
    assert [doubt["path"] for doubt in json.loads(depeche("status", "--json").stdout)["doubts"]] == ["a.md"]


def test_what_is_skipped_is_not_told_as_added(archive: Archive, depeche: Call) -> None:
    archive.write("bad.txt", BINARY)
    assert "would add 3 files, update 0 files, remove 0 files, skip 1 file" in depeche("reindex", "--dry-run").stdout
    assert "4 files: 3 added, 0 changed, 0 removed, 0 unchanged, 1 skipped; 4 read." in depeche("reindex").stdout


def test_files_and_lines_that_are_skipped_are_counted_apart(archive: Archive, depeche: Call) -> None:
    archive.write("bad.txt", BINARY)
    archive.write("lines.jsonl", '{"title": "Un titre", "text": "Le ministre a parlé à Varsovie."}\n{broken\n')
    told = depeche("reindex").stdout
    assert "1 skipped" in told
    assert "Skipped 1 file and 1 line:" in told


def test_if_needed_is_content_with_an_index_that_is_up_to_date(archive: Archive, depeche: Call) -> None:
    archive.write("bad.txt", BINARY)
    assert [depeche("reindex", "--if-needed").exit_code for _ in range(2)] == [3, 0]
    assert depeche("reindex").exit_code == 3


def test_the_summary_is_to_be_had_as_json(depeche: Call) -> None:
    summary = json.loads(depeche("reindex", "--json").stdout)
    assert summary["files"] == {"added": 3, "changed": 0, "removed": 0, "unchanged": 0, "read": 3, "skipped": 0}
    assert (summary["published"], summary["articles"], summary["skipped"]) == (True, 3, [])


def test_quiet_prints_nothing(depeche: Call) -> None:
    assert depeche("reindex", "-q").output == ""


def test_a_dry_run_lists_the_changes(archive: Archive, depeche: Call) -> None:
    depeche("reindex")
    archive.write("new.txt", story(8))
    archive.path("0.txt").unlink()
    result = depeche("reindex", "--dry-run")
    assert result.exit_code == 0
    assert {"+ new.txt", "- 0.txt"} <= set(result.stdout.splitlines())


def test_too_great_a_loss_has_a_status_of_its_own(archive: Archive, depeche: Call) -> None:
    depeche("reindex")
    for number in range(2):
        archive.path(f"{number}.txt").unlink()
    result = depeche("reindex")
    assert result.exit_code == 4
    assert "--allow-loss" in result.stderr
    assert depeche("reindex", "--allow-loss").exit_code == 0


@pytest.mark.parametrize("options", [(), ("--full",)])
def test_a_refusal_is_to_be_had_as_json(archive: Archive, depeche: Call, options: tuple[str, ...]) -> None:
    depeche("reindex")
    for number in range(2):
        archive.path(f"{number}.txt").unlink()
    archive.write("bad.txt", BINARY)
    result = depeche("reindex", "--json", *options)
    summary = json.loads(result.stdout)
    assert result.exit_code == 4
    assert (summary["published"], summary["articles"], summary["files"]["removed"]) == (False, 3, 2)
    assert [fault["path"] for fault in summary["skipped"]] == ["bad.txt"]
    assert summary["refusal"] in result.stderr
    assert "--allow-loss" in summary["refusal"]


def test_a_busy_index_has_a_status_of_its_own(archive: Archive, depeche: Call) -> None:
    with WriteLock(archive.config.index):
        result = depeche("reindex", "--no-wait")
    assert result.exit_code == 5
    assert "another reindex is running" in result.stderr


def test_a_rollback_beside_a_run_is_refused_and_advises_what_it_knows(archive: Archive, depeche: Call) -> None:
    depeche("reindex")
    with WriteLock(archive.config.index):
        result = depeche("rollback")
    assert (result.exit_code, "another reindex is running" in result.stderr, "--no-wait" in result.stderr) == (
        1,
        True,
        False,
    )


def test_a_gazetteer_that_cannot_be_used_is_told_and_nothing_is_published(archive: Archive, depeche: Call) -> None:
    depeche("reindex")
    (archive.folder / "country.yaml").write_text("entities: [{id: ua}]", "utf-8")
    result = depeche("reindex")
    assert result.exit_code == 1
    assert "country.yaml" in result.stderr
    assert depeche("status").exit_code == 0


def test_watching_and_only_looking_exclude_each_other(depeche: Call) -> None:
    assert depeche("reindex", "--watch", "--dry-run").exit_code == 2


def test_status_tells_what_has_changed_since(archive: Archive, depeche: Call) -> None:
    assert depeche("status").exit_code == 1
    depeche("reindex")
    assert json.loads(depeche("status", "--json").stdout)["current"] is True
    archive.write("new.txt", story(8))
    status = json.loads(depeche("status", "--json").stdout)
    assert (status["current"], status["pending"]["added"], status["articles"]) == (False, 1, 3)
    assert "1 file added since" in depeche("status").stdout


def test_status_tells_that_a_gazetteer_has_changed(archive: Archive, depeche: Call) -> None:
    depeche("reindex")
    with (archive.folder / "country.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: pl, label: Pologne}\n")
    assert "gazetteers" in depeche("status").stdout
    assert json.loads(depeche("reindex", "--json").stdout)["files"]["read"] == 3


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 KB"), (20_400, "20 KB"), (1_250_000, "1.2 MB"), (3_400_000_000, "3.4 GB")]
)
def test_sizes_are_told_in_the_unit_that_suits_them(count: int, told: str) -> None:
    assert size(count) == told


def test_rollback_goes_back_one_generation(archive: Archive, depeche: Call) -> None:
    depeche("reindex")
    assert "no earlier generation" in depeche("rollback").stderr
    archive.write("new.txt", story(8))
    depeche("reindex")
    result = depeche("rollback")
    assert (result.exit_code, "it repeats generation 1." in result.stdout) == (0, True)
    assert "A reindex would bring" in result.stdout
    assert set(archive.held()) == {"0.txt", "1.txt", "2.txt"}
    assert "no earlier generation" in depeche("rollback").stderr


def test_article_shows_every_line_with_zone_and_rule_and_the_facets(archive: Archive, depeche: Call) -> None:
    archive.write("page.txt", "Partager sur Facebook\n\n" + story(5))
    result = depeche("article", str(archive.path("page.txt")))
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert any("chrome" in line and "sharing" in line and "Partager sur Facebook" in line for line in lines)
    assert any("country ua: Ukraine" in line and "« Ukraine »" in line for line in lines)


def test_article_shows_what_a_saved_page_holds_beside_its_text(archive: Archive, depeche: Call) -> None:
    title, *text = (line for line in story(5).splitlines() if line)
    main = f"<article><h1>{title}</h1><p>{'</p><p>'.join(text)}</p></article>"
    archive.write("page.html", f"<nav>Boutique du Phare</nav>{main}<footer>Nos kiosques</footer>")
    lines = depeche("article", str(archive.path("page.html"))).stdout.splitlines()
    for shown in ("Boutique du Phare", "Nos kiosques"):
        assert any("chrome" in line and "outside the text" in line and shown in line for line in lines)


def test_article_reads_files_from_anywhere(archive: Archive, depeche: Call) -> None:
    (archive.folder / "elsewhere.txt").write_text(story(6), "utf-8")
    shown = json.loads(depeche("article", "--json", str(archive.folder / "elsewhere.txt")).stdout)
    assert shown["article"]["path"] == "elsewhere.txt"
    assert {paragraph["zone"] for paragraph in shown["paragraphs"]} == {"title", "body"}


@pytest.mark.parametrize("command", [("article",), ("entities", "explain")])
def test_an_article_is_found_by_the_name_that_the_page_shows(
    archive: Archive, depeche: Call, command: tuple[str, ...]
) -> None:
    decomposed = unicodedata.normalize("NFD", "été/juillet.txt")
    archive.write(decomposed, story(6))
    config = ("--config", str(archive.folder / "config.yaml"))
    shown = CliRunner().invoke(main, [*command, unicodedata.normalize("NFC", decomposed), "--json", *config])
    assert json.loads(shown.stdout)["article"]["path"] == "été/juillet.txt"
    missing = CliRunner().invoke(main, [*command, "nowhere.txt", *config])
    assert (missing.exit_code, str(archive.folder / "articles") in missing.stderr) == (2, True)


def test_article_says_why_a_file_cannot_be_read(archive: Archive, depeche: Call) -> None:
    archive.write("bad.txt", BINARY)
    result = depeche("article", str(archive.path("bad.txt")))
    assert result.exit_code == 3
    assert "binary" in result.stderr


@pytest.mark.parametrize("pattern", ["*.toc", "*.dpc", "catalogue-*"])
def test_check_names_the_damaged_file_and_a_full_run_mends_it(archive: Archive, depeche: Call, pattern: str) -> None:
    depeche("reindex")
    assert (depeche("check").exit_code, depeche("check").stdout) == (0, "Everything is sound.\n")
    (path,) = archive.config.index.glob(pattern)
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 1
    path.write_bytes(content)
    result = depeche("check", "--json")
    assert result.exit_code == 1
    assert [problem["path"] for problem in json.loads(result.stdout)["problems"]] == [str(path)]
    assert depeche("check").stderr == "Rebuild with `depeche reindex --full`.\n"
    assert len(depeche("check").stdout) < len(str(path)) + 200
    assert depeche("reindex", "--full").exit_code == 0
    assert set(archive.held()) == {"0.txt", "1.txt", "2.txt"}
    again = depeche("check")
    assert (again.exit_code, " is sound." in again.stdout) == (0, True)


def test_check_advises_to_go_back_only_where_there_is_a_sound_generation(archive: Archive, depeche: Call) -> None:
    depeche("reindex")
    before = set(archive.config.index.glob("*.dpc"))
    archive.write("new.txt", story(8))
    depeche("reindex")
    [newer] = set(archive.config.index.glob("*.dpc")) - before
    newer.write_bytes(b"")
    assert "depeche rollback" in depeche("check").stderr
    [older] = before
    older.write_bytes(b"")
    told = depeche("check").stderr
    assert ("depeche reindex --full" in told, "depeche rollback" in told) == (True, False)


def test_check_needs_an_index(depeche: Call) -> None:
    result = depeche("check")
    assert result.exit_code == 1
    assert "depeche reindex" in result.stderr


def test_every_option_and_exit_status_is_documented() -> None:
    page = (Path(__file__).parents[3] / "docs/reindexing.md").read_text("utf-8")
    options = {name for parameter in reindex_command.params for name in parameter.opts if name.startswith("--")}
    undocumented = {"--quiet"}  # as -q
    assert {option for option in options if option not in page} == undocumented
    assert re.findall(r"^\| (\d+) \|", page, re.MULTILINE) == sorted(
        {str(status.value) for status in Status} | {"2"}, key=int
    )

"""What was mangled on its way is mended where that is certain; ordinary text never changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import RawArticle
from index.reading import Limits, read_file
from index.reading.encoding import decode
from index.reading.repair import BYTES, decoded_once, entities_read, remnants

LETTERS = "abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæABCDEÉÀÇÊÔŒ"
FRENCH = st.text(st.sampled_from([*LETTERS, *" '’-–—…«»“”.,;:!?()\n\xa0\u202f€°&;#0123456789"]), max_size=200)
ACCENTED = "L'été, à Besançon, la préfète — « sereine » — a vidé le barrage…"
AS_BYTES = {byte: chr(code) for code, byte in BYTES.items()}


def encoded_twice(text: str) -> str:
    return "".join(AS_BYTES[byte] for byte in text.encode())


def read(folder: Path, name: str, content: str) -> RawArticle:
    (folder / name).write_text(content, "utf-8")
    (article,) = read_file(folder / name, name, Limits())
    assert isinstance(article, RawArticle), article
    return article


@given(FRENCH)
def test_ordinary_french_never_changes(text: str) -> None:
    assert decoded_once(text) == text
    assert entities_read(text) == text
    assert list(remnants(text)) == []


@given(FRENCH)
def test_what_was_encoded_twice_comes_back_and_stays(text: str) -> None:
    text = f"{ACCENTED}\n{text}"
    assert decoded_once(encoded_twice(text)) == text
    assert decoded_once(encoded_twice(encoded_twice(text))) == text


@pytest.mark.parametrize(
    ("mangled", "text"),
    [
        ("La DÃ©fense franÃ§aise", "La Défense française"),
        ("Lâ€™Ã©tÃ© oÃ¹ lâ€™Å“uvre brÃ»la", "L’été où l’œuvre brûla"),
        ("RÃ©vÃ©lÃ©, dÃ©jÃ  lÃ , Ã  la fin", "Révélé, déjà là, à la fin"),
        ("RÃ©servÃ© Ã quelques-uns", "Réservé à quelques-uns"),
        ("Â«Â CÃ´tÃ© cÃ´tÃ© Â Â»", "«\xa0Côté côté \xa0»"),
    ],
)
def test_text_encoded_twice_is_mended_though_its_blanks_were_made_plain(mangled: str, text: str) -> None:
    assert decode(mangled.encode(), Path("a.txt")) == text


@pytest.mark.parametrize(
    ("mangled", "text"),
    [
        ("Jimmy ChÃ©rizier, né à Delmas", "Jimmy Chérizier, né à Delmas"),
        ("La frontiÃ¨re a été fermée Ã©tat par état", "La frontière a été fermée état par état"),
        ("Le blessÃ© a été évacué", "Le blessé a été évacué"),
        ("Une armée crÃ©Ã©e en août", "Une armée créée en août"),
        ("A&#239;darous al-Zouba&#239;di", "Aïdarous al-Zoubaïdi"),
        ("l&#233;tat-major", "létat-major"),
    ],
)
def test_a_letter_inside_a_word_is_mended_though_the_rest_is_well(tmp_path: Path, mangled: str, text: str) -> None:
    assert read(tmp_path, "a.txt", mangled).text == text


@pytest.mark.parametrize(
    "text", ["IRMÃ», a dit la sœur", "São Tomé, « Ã© » et « Ã¨ » : l'été des signes", "Ã©", "JOÃO, À LA UNE : « Â… »"]
)
def test_what_may_be_meant_is_left(text: str) -> None:
    assert decoded_once(text) == text


def test_json_written_with_escapes_is_mended_too(tmp_path: Path) -> None:
    line = json.dumps({"title": encoded_twice("La Défense"), "text": encoded_twice(ACCENTED)})
    assert line.isascii()
    article = read(tmp_path, "a.jsonl", line)
    assert (article.title, article.text) == ("La Défense", ACCENTED)


def test_entities_of_a_page_saved_as_text_are_read(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "a.txt",
        "L&rsquo;arm&eacute;e reste en Gr&egrave;ce &#8211; &laquo;&nbsp;sans d&#xe9;lai&nbsp;&raquo;",
    )
    assert (article.text.replace("\xa0", " "), article.doubts) == ("L’armée reste en Grèce – « sans délai »", ())


def test_a_text_about_an_entity_keeps_it_and_is_told(tmp_path: Path) -> None:
    article = read(tmp_path, "a.txt", "Pour écrire un « é », les pages disaient &eacute; autrefois.")
    assert "&eacute;" in article.text
    assert article.doubts == ("holds entities of HTML (&eacute;)",)


def test_what_looks_encoded_twice_in_part_is_told(tmp_path: Path) -> None:
    article = read(tmp_path, "a.txt", "Les signes Ã© et Ã§ ont été entendus comme la DÃ©fense franÃ§aise.")
    assert article.text == "Les signes Ã© et Ã§ ont été entendus comme la Défense française."
    (doubt,) = article.doubts
    assert "Ã© Ã§" in doubt

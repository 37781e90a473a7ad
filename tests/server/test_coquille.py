"""The page every visitor receives first."""

import gzip
import re

import brotli
import pytest

from spapser.server.coquille import TITLE, build_shell
from spapser.server.frontal import find_chunks, read_index, static_folder
from spapser.server.habillage import load_habillage
from tests.server.lancement import fetch

DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.fixture(scope="module")
def shell() -> str:
    return build_shell(read_index(), load_habillage())


def test_shell_is_french_and_named(shell: str) -> None:
    assert '<html lang="fr">' in shell
    assert f"<title>{TITLE}</title>" in shell
    assert '<meta name="description" content="Suivi du schéma' in shell
    assert "Activez-le dans votre navigateur" in shell
    assert "You need to enable" not in shell
    assert "Streamlit" not in shell.replace("/StreamlitMarkdown.", "")


def test_shell_keeps_what_streamlit_needs(shell: str) -> None:
    scripts = re.findall(r'src="(\./static/js/[^"]+)"', read_index())
    assert scripts
    assert all(script in shell for script in scripts)
    assert '<div id="root"></div>' in shell


def test_script_comes_before_streamlit(shell: str) -> None:
    assert shell.index("habillage/fr.js") < shell.index('type="module"')


def test_the_style_of_the_house_comes_after_the_head_where_streamlit_writes_its_own(shell: str) -> None:
    adresse = load_habillage()["style.css"].address
    assert shell.count(f'<link rel="stylesheet" href="{adresse}">') == 1
    assert shell.index("</head>") < shell.index('<div id="root"></div>') < shell.index(adresse) < shell.index("</body>")


def test_icon_is_ours_and_out_of_reach(shell: str) -> None:
    assert 'rel="shortcut icon"' not in shell
    assert 'rel="icon" type="image/svg+xml" href="./habillage/icone.svg' in shell


def test_early_chunks_exist() -> None:
    chunks = find_chunks()
    assert [chunk for chunk in chunks if "PlotlyChart" in chunk]
    assert all((static_folder() / chunk).is_file() for chunk in chunks)


def test_missing_chunk_is_left_out() -> None:
    assert find_chunks(("NExistePas",)) == []


@pytest.mark.parametrize("path", ["/", "/suite", "/?edition=0", "/adresse-inconnue"])
@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_every_page_address_serves_the_shell(port: int, shell: str, path: str, encoding: str) -> None:
    status, headers, body = fetch(port, path, accept_encoding=encoding)
    assert status == 200
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-cache"
    assert headers.get("content-encoding", "identity") == encoding
    assert DECODERS.get(encoding, bytes)(body).decode() == shell


def test_conditional_request_never_gives_the_english_page(port: int, shell: str) -> None:
    status, headers, body = fetch(port, "/", if_modified_since="Fri, 01 Jan 2100 00:00:00 GMT", range="bytes=0-9")
    assert (status, body.decode()) == (200, shell)
    assert "etag" not in headers


def test_head_request(port: int, shell: str) -> None:
    status, headers, body = fetch(port, "/suite", method="HEAD")
    assert (status, body) == (200, b"")
    assert headers["content-length"] == str(len(shell.encode()))


@pytest.mark.parametrize("name", ["fr.js", "icone.svg"])
def test_own_files_are_kept_a_year_under_their_versioned_address(port: int, name: str) -> None:
    file = load_habillage()[name]
    status, headers, body = fetch(port, file.address.lstrip("."))
    assert (status, body) == (200, file.content)
    assert headers["content-type"].startswith(file.media_type)
    assert "immutable" in headers["cache-control"]
    assert fetch(port, f"/habillage/{name}")[1]["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["inconnu.js", "libelles.json", "..%2f__init__.py", "%2e%2e%2f%2e%2e%2ferrors.py"])
def test_nothing_else_is_served(port: int, name: str) -> None:
    status, _, body = fetch(port, f"/habillage/{name}")
    assert b"import" not in body
    assert status == 404 or b"<html" in body or status == 400

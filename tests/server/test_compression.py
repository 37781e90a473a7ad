"""Streamlit's scripts and styles: compressed when the browser can read it, whole otherwise, nothing else."""

import gzip
from pathlib import Path

import brotli
import pytest

from spapser.server.compression import choose_encoding, compress_file, compress_page_assets, find_asset
from spapser.server.frontal import find_chunks, read_index, static_folder
from tests.server.lancement import fetch

DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}
CHUNK = find_chunks(("Table",))[0].lstrip(".")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br;q=0.000", None),
        ("br;q=0.1", "br"),
        ("identity", None),
        ("*", None),
        ("", None),
    ],
)
def test_choose_encoding(header: str, expected: str | None) -> None:
    assert choose_encoding(header) == expected


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_asset_arrives_whole(port: int, encoding: str) -> None:
    status, headers, body = fetch(port, CHUNK, accept_encoding=encoding)
    original = (static_folder() / CHUNK.lstrip("/")).read_bytes()
    assert status == 200
    assert headers.get("content-encoding", "identity") == encoding
    assert "immutable" in headers["cache-control"]
    assert headers["content-type"].startswith(("text/javascript", "application/javascript"))
    assert DECODERS[encoding](body) == original


def test_brotli_is_at_least_three_times_smaller() -> None:
    file = find_asset(find_chunks(("PlotlyChart",))[0].lstrip("."))
    assert file is not None
    assert len(compress_file(file, "br")) * 3 < file.stat().st_size


def test_head_request_has_no_body(port: int) -> None:
    status, headers, body = fetch(port, CHUNK, method="HEAD", accept_encoding="br")
    assert (status, headers["content-encoding"], body) == (200, "br", b"")


def test_assets_of_the_page_are_compressed_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []
    monkeypatch.setattr("spapser.server.compression.compress_file", lambda file, encoding: seen.append(file))
    compress_page_assets(read_index())
    assert any(file.name.startswith("PlotlyChart.") for file in seen)
    assert any(file.suffix == ".css" for file in seen)


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/../../index.html",
        "/static/js/../../../__init__.py",
        "/static/js/..%2f..%2f..%2f__init__.py",
        "/static/js/..%5c..%5c__init__.py",
        "/static/js/%2e%2e/%2e%2e/%2e%2e/version.py",
        "//static/js/x.js",
        "/static/js/\u0000.js".replace("\u0000", "%00"),
        "/static/js/...js",
        "/static/media/../js/..js",
    ],
)
def test_no_path_leaves_the_folder(port: int, path: str) -> None:
    assert find_asset(path) is None
    status, headers, body = fetch(port, path, accept_encoding="br")
    assert status in {400, 404} or headers["content-type"].startswith("text/html")
    assert b"Copyright" not in body

"""Brotli or gzip for Streamlit's own JavaScript and CSS, which it serves raw (9 MB for a page with one chart).

Each file is compressed at most once per process, in a worker thread, and kept: the names carry a hash of the content.
"""

import gzip
import mimetypes
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from spapser.server.frontal import find_chunks, static_folder

# One folder, one plain file name: no separator can hide in it, so no path can leave the folder.
ASSET = re.compile(r"/static/(?:js|css)/[\w.-]+\.(?:js|css)", re.ASCII)
BROTLI_QUALITY = 5  # 4.7 MB in 0.15 s; the best quality takes 10 s to save another 4 % of a page
COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=BROTLI_QUALITY),
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}
ONE_YEAR = "public, max-age=31536000, immutable"


def choose_encoding(accept_encoding: str) -> str | None:
    """Return "br", "gzip" or None (send as it is) for the value of an `Accept-Encoding` header."""
    refused = re.compile(r";\s*q=0(\.0*)?$")
    offers = [offer.strip().lower() for offer in accept_encoding.split(",")]
    accepted = {offer.partition(";")[0].strip() for offer in offers if not refused.search(offer)}
    return next((name for name in COMPRESSORS if name in accepted), None)


@lru_cache(maxsize=64)
def compress(content: bytes, encoding: str) -> bytes:
    """Return the compressed content of a small page or script."""
    return COMPRESSORS[encoding](content)


@lru_cache(maxsize=1024)
def compress_file(path: Path, encoding: str) -> bytes:
    """Return the compressed content of an asset; only files of Streamlit's own folder ever get here."""
    return COMPRESSORS[encoding](path.read_bytes())


def find_asset(path: str) -> Path | None:
    """Return the file behind a request path, or None when it is not an asset of Streamlit."""
    if not ASSET.fullmatch(path):
        return None
    file = static_folder() / path.lstrip("/")
    return file if file.is_file() else None


def compress_page_assets(page: str) -> None:
    """Compress ahead what every visitor will fetch: the files that the page names."""
    named = re.findall(r'(?:href|src)="\.(/static/[^"]+)"', page) + [address[1:] for address in find_chunks()]
    for file in filter(None, map(find_asset, named)):
        compress_file(file, "br")


class AssetCompression:
    """Middleware that answers for Streamlit's scripts and styles when the browser accepts a compressed answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = find_asset(scope["path"]) if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} else None
        encoding = choose_encoding(Headers(scope=scope).get("accept-encoding", "")) if file else None
        if file is None or encoding is None:
            return await self.app(scope, receive, send)
        content = await run_in_threadpool(compress_file, file, encoding)
        headers = {"Content-Encoding": encoding, "Vary": "Accept-Encoding", "Cache-Control": ONE_YEAR}
        response = Response(content, media_type=mimetypes.guess_type(file.name)[0], headers=headers)
        await response(scope, receive, send)

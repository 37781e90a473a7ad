"""Serve the French shell wherever Streamlit answers with its English `index.html`."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from spapser.server.compression import choose_encoding, compress

NOT_A_PAGE = ("/media/", "/component/", "/_stcore/")


class FrenchShell:
    """Middleware that swaps Streamlit's page for ours and leaves every other answer alone.

    Streamlit gives the same page for each address it does not know, so it is recognised by its type and exact length.
    """

    def __init__(self, app: ASGIApp, index: bytes, shell: bytes) -> None:
        self.app = app
        self.index_length = str(len(index))
        self.shell = shell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(NOT_A_PAGE):
            return await self.app(scope, receive, send)
        encoding = choose_encoding(Headers(scope=scope).get("accept-encoding", ""))
        body = compress(self.shell, encoding) if encoding else self.shell
        swapped = False

        async def send_french(message: Message) -> None:
            nonlocal swapped
            if message["type"] == "http.response.start" and self._is_index(Headers(raw=message["headers"])):
                swapped = True
                self._describe(MutableHeaders(scope=message), body, encoding)
            elif message["type"] == "http.response.body" and swapped:
                if message.get("more_body"):
                    return
                message = {"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body}
            await send(message)

        await self.app(self._ask_plainly(scope), receive, send_french)

    def _is_index(self, headers: Headers) -> bool:
        is_html = headers.get("content-type", "").startswith("text/html")
        return is_html and headers.get("content-length") == self.index_length

    @staticmethod
    def _describe(headers: MutableHeaders, body: bytes, encoding: str | None) -> None:
        for validator in ("etag", "last-modified", "accept-ranges"):
            del headers[validator]
        headers["content-length"] = str(len(body))
        headers["content-type"] = "text/html; charset=utf-8"
        headers["content-language"] = "fr"
        headers["cache-control"] = "no-cache"
        headers["vary"] = "Accept-Encoding"
        if encoding:
            headers["content-encoding"] = encoding

    @staticmethod
    def _ask_plainly(scope: Scope) -> Scope:
        """Ask for the English page whole and uncompressed: conditions, ranges and encodings are answered for ours."""
        if "." in scope["path"].rpartition("/")[2]:
            return scope
        hidden = {b"if-none-match", b"if-modified-since", b"range", b"accept-encoding"}
        return scope | {"headers": [pair for pair in scope["headers"] if pair[0].lower() not in hidden]}

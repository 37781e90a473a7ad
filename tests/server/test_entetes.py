"""Security headers on every answer, and a policy that matches the page."""

import base64
import hashlib
import re

import pytest

from spapser.server.entetes import content_policy
from tests.server.lancement import fetch

PATHS = [
    "/",
    "/suite",
    "/sante",
    "/habillage/fr.js",
    "/_stcore/health",
    "/static/js/absent.js",
    "/..%2f..%2fetc/passwd",
]


def directives(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


@pytest.mark.parametrize("path", PATHS)
def test_headers_are_on_every_answer(port: int, path: str) -> None:
    _, headers, _ = fetch(port, path)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "strict-transport-security" not in headers


def test_policy_allows_the_served_inline_scripts_and_no_other(port: int) -> None:
    _, headers, body = fetch(port, "/")
    allowed = directives(headers["content-security-policy"])["script-src"]
    inline = re.findall(r"<script>(.*?)</script>", body.decode(), re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(source.encode()).digest()).decode() for source in inline]
    assert allowed == ["'self'", *(f"'sha256-{value}'" for value in hashes)]


def test_policy_is_strict() -> None:
    policy = directives(content_policy("<script src='a.js'></script><script>let a</script>"))
    assert len(policy["script-src"]) == 2
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & set(policy["script-src"] + policy["default-src"])
    assert policy["object-src"] == policy["frame-ancestors"] == ["'none'"]

"""The base of the edition is closed with the tests: DuckDB complains of one left open when Python ends."""

from collections.abc import Iterator

import pytest

from tests.suivi.edition import open_base, open_suivi


@pytest.fixture(scope="session", autouse=True)
def close_base() -> Iterator[None]:
    """Forget the base at the end."""
    yield
    open_base.cache_clear()
    open_suivi.cache_clear()

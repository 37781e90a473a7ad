"""The edition that ships, read once."""

import pytest

from spapser.catalogue import load_catalogue
from spapser.store import Base, load_edition
from spapser.suivi import Suivi, load_suivi


@pytest.fixture(scope="package")
def base() -> Base:
    """The base of the edition."""
    return Base(load_edition())


@pytest.fixture(scope="package")
def suivi(base: Base) -> Suivi:
    """Its measures."""
    return load_suivi(base, load_catalogue())

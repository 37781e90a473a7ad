"""Every test starts from the data that ship: no edition published on this machine is ever read."""

import os

import pytest


@pytest.fixture(scope="session", autouse=True)
def depot_vide(tmp_path_factory: pytest.TempPathFactory):
    """An empty folder of editions, for this process and those it starts."""
    avant = os.environ.get("SPAPSER_DEPOT")
    os.environ["SPAPSER_DEPOT"] = str(tmp_path_factory.mktemp("editions"))
    yield
    if avant is None:
        del os.environ["SPAPSER_DEPOT"]
    else:
        os.environ["SPAPSER_DEPOT"] = avant

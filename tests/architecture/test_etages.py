"""The house: each floor stands on those below it, each library stays in its rooms."""

import pytest

from tests.architecture.source import ETAGES, find_etage, list_imports, list_modules, read

ROOMS = {
    "duckdb": ("spapser/store/",),
    "plotly": ("spapser/charts/",),
    **dict.fromkeys(("argon2", "httpx", "joserfc"), ("spapser/acces/",)),
    "streamlit": ("spapser/ui/", "spapser/server/", "pages/", "app.py"),
    **dict.fromkeys(("pyarrow", "openpyxl", "python_calamine", "ijson", "defusedxml", "xlsxwriter", "pptx", "docx", "typst"),
                    ("spapser/depot/readers/", "spapser/exports/")),
}
MODULES = list_modules()


@pytest.mark.parametrize("module", MODULES)
def test_each_module_stands_on_a_known_floor(module: str) -> None:
    assert find_etage(module) in ETAGES


@pytest.mark.parametrize("module", MODULES)
def test_each_module_imports_only_from_its_floor_and_those_below(module: str) -> None:
    below = ETAGES[: ETAGES.index(find_etage(module)) + 1]
    floors = [name.split(".")[1] for name in list_imports(module) if name.startswith("spapser.")]
    assert [floor for floor in floors if floor in ETAGES and floor not in below] == []
    assert [floor for floor in floors if floor not in ETAGES and floor != "__version__"] == []


@pytest.mark.parametrize("module", MODULES)
def test_each_library_stays_in_its_rooms(module: str) -> None:
    libraries = {name.split(".")[0] for name in list_imports(module)}
    assert [lib for lib in libraries if lib in ROOMS and not module.startswith(ROOMS[lib])] == []


@pytest.mark.parametrize("module", [module for module in MODULES if not module.startswith("spapser/ui/")])
def test_streamlit_caches_are_in_ui_only(module: str) -> None:
    assert "cache_data" not in read(module)
    assert "cache_resource" not in read(module)


def test_entry_names_the_application_as_streamlit_looks_for_it() -> None:
    assert "app = st.App(" in read("app.py")

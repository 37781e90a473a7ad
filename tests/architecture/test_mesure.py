"""Everything stays small enough to be read in one sitting, says what it is for, and is named after what it does."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import PROJECT, list_definitions, list_modules, parse, read

MODULES = list_modules()
REQUETES = sorted(str(file.relative_to(PROJECT)) for file in PROJECT.glob("spapser/sql/**/*.sql"))
DOSSIERS = ("spapser", "pages", "tests", "bench", "deploy")
FOURRE_TOUT = {"utils", "util", "helpers", "helper", "misc", "common"}


def count_lines(text: str) -> int:
    return len(text.splitlines())


def find_limit(module: str) -> int:
    return 40 if module == "app.py" else 60 if module.startswith("pages/") else 200


@pytest.mark.parametrize("module", MODULES)
def test_module_is_short(module: str) -> None:
    assert count_lines(read(module)) <= find_limit(module)


@pytest.mark.parametrize("module", MODULES)
def test_functions_are_short(module: str) -> None:
    sizes = {node.name: node.end_lineno - node.lineno + 1 for node in list_definitions(module)
             if not isinstance(node, ast.ClassDef)}
    assert {name: size for name, size in sizes.items() if size > 25} == {}


@pytest.mark.parametrize("requete", REQUETES)
def test_query_is_short(requete: str) -> None:
    assert count_lines(read(requete)) <= 40


@pytest.mark.parametrize("module", MODULES)
def test_public_names_say_what_they_are_for(module: str) -> None:
    assert ast.get_docstring(parse(module)) or not read(module).strip()
    public = [node for node in list_definitions(module) if not node.name.startswith("_")]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("module", MODULES)
def test_no_star_import(module: str) -> None:
    stars = [node for node in ast.walk(parse(module)) if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"]
    assert stars == []


def test_no_file_is_a_junk_drawer() -> None:
    files = [file for folder in DOSSIERS for file in PROJECT.glob(f"{folder}/**/*.*")]
    assert [file for file in files if Path(file).stem in FOURRE_TOUT] == []


def test_there_is_something_to_check() -> None:
    assert len(MODULES) > 50
    assert len(REQUETES) > 50

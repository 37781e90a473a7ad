"""What the tests of the architecture read: the product's files and the syntax tree of each."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parents[2]
ETAGES = ("errors", "typographie", "dossier", "acces", "catalogue", "store", "suivi", "depot", "charts", "exports", "ui",
          "server", "cli", "app")
AILLEURS = {"__main__": "cli", "__init__": "errors"}


def list_modules() -> list[str]:
    """Every Python file of the product, by its path in the project."""
    files = [PROJECT / "app.py", *PROJECT.glob("pages/*.py"), *PROJECT.glob("spapser/**/*.py")]
    return sorted(str(file.relative_to(PROJECT)) for file in files)


def read(module: str) -> str:
    """The text of a file."""
    return (PROJECT / module).read_text("utf-8")


@cache
def parse(module: str) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(read(module), module)


def find_etage(module: str) -> str:
    """The floor of a file: pages and app.py are the last one."""
    parts = Path(module).with_suffix("").parts
    if parts[0] != "spapser":
        return "app"
    return AILLEURS.get(parts[1], parts[1])


def list_imports(module: str) -> Iterator[str]:
    """Full names of what a file imports, wherever in the file it does so."""
    for node in ast.walk(parse(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}, ligne {node.lineno} : import relatif"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def list_definitions(module: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Functions, classes and methods; what is written inside a function is part of it."""
    for node in parse(module).body:
        if isinstance(node, ast.ClassDef):
            yield node
            yield from (inner for inner in node.body if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)))
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node

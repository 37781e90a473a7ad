"""Libraries that only one gesture needs wait for that gesture."""

import subprocess
import sys

from tests.server.lancement import PROJECT, environment

TARDIVES = ("plotly.express", "xlsxwriter", "pptx", "docx", "typst", "python_calamine", "ijson", "segno")


def test_start_imports_no_library_of_documents() -> None:
    programme = f"import sys, app; print(*[nom for nom in {TARDIVES!r} if nom in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", programme], cwd=PROJECT, env=environment(), capture_output=True, text=True,
                           check=True, timeout=120)
    assert ended.stdout.split() == []

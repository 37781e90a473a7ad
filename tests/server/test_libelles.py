"""The French labels still answer to the installed Streamlit: a label that it no longer has is a translation lost."""

import json
import re
from pathlib import Path

import pytest
import streamlit

from spapser.server.frontal import static_folder
from spapser.server.habillage import FOLDER

LIBELLES = json.loads((FOLDER / "libelles.json").read_text("utf-8"))
# Put together by Streamlit from several pieces, so not to be found whole in its files.
COMPOSED = ("The page that you have requested", "This app has encountered an error", "Error: Number")


@pytest.fixture(scope="module")
def front_end() -> str:
    scripts = sorted((static_folder() / "static" / "js").glob("*.js"))
    return "".join(script.read_text("utf-8", errors="replace") for script in scripts)


@pytest.mark.parametrize("english", [text for text in LIBELLES["textes"] if not text.startswith(COMPOSED)])
def test_label_exists_in_streamlit(front_end: str, english: str) -> None:
    assert english in front_end


def test_error_message_is_the_one_of_streamlit() -> None:
    source = (Path(streamlit.__file__).parent / "elements" / "exception.py").read_text("utf-8")
    ours = next(text for text in LIBELLES["textes"] if text.startswith("This app has encountered"))
    pieces = re.search(r"_GENERIC_UNCAUGHT_EXCEPTION_TEXT: Final = \((.*?)\n\)", source, re.DOTALL)
    assert pieces is not None
    assert "".join(re.findall(r'"(.*)"', pieces[1])) == ours


@pytest.mark.parametrize("french", [*LIBELLES["textes"].values(), *(french for _, french in LIBELLES["regles"])])
def test_french_typography(french: str) -> None:
    assert "'" not in french
    assert not re.search(r" [:;!?»]|« ", french), "an ordinary space where a no-break space belongs"


@pytest.mark.parametrize(("pattern", "french"), LIBELLES["regles"])
def test_rule_is_anchored_and_uses_its_groups(pattern: str, french: str) -> None:
    compiled = re.compile(pattern)
    assert pattern.startswith("^")
    assert pattern.endswith("$")
    assert max(map(int, re.findall(r"\$(\d)", french)), default=0) <= compiled.groups

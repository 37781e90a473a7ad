"""The theme that is copied is the one that Streamlit would compose again at each run."""

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from spapser.server.theme import remember

SECTIONS = ["theme", *(f"theme.{categorie.value}" for categorie in config.CustomThemeCategories)]


@pytest.mark.parametrize("section", SECTIONS)
def test_the_theme_copied_is_the_one_composed(section: str) -> None:
    copy, attendu = remember(app_session._populate_theme_msg), CustomThemeConfig()
    app_session._populate_theme_msg(attendu, section)
    for _ in range(2):
        recu = CustomThemeConfig()
        copy(recu, section)
        assert recu == attendu


def test_settings_are_read_once_a_section() -> None:
    lues: list[str] = []
    copy = remember(lambda message, section: lues.append(section))
    for section in ("theme", "theme.dark", "theme", "theme.dark"):
        copy(CustomThemeConfig(), section)
    assert lues == ["theme", "theme.dark"]


def test_a_section_without_setting_is_not_told() -> None:
    message = CustomThemeConfig()
    remember(lambda vide, section: None)(message.dark, "theme.dark")
    assert not message.HasField("dark")

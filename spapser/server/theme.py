"""The colours and fonts of the settings, told to the browser at each run: composed once, since they last as long as the server.

Streamlit looks for them among all its settings, six times a run: an eighth of the work of a page that has nothing to compute.
"""

from collections.abc import Callable

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

Populate = Callable[[CustomThemeConfig, str], None]


def keep_theme() -> None:
    """Make Streamlit copy the theme that it composed at the first run; to be called once, at start."""
    app_session._populate_theme_msg = remember(app_session._populate_theme_msg)


def remember(populate: Populate) -> Populate:
    """The same message for each section of the settings, composed when it is first asked for."""
    composes: dict[str, CustomThemeConfig] = {}

    def copy(message: CustomThemeConfig, section: str = "theme") -> None:
        if section not in composes:
            neuf = CustomThemeConfig()
            populate(neuf, section)
            composes[section] = neuf
        if composes[section].ByteSize():  # merging nothing would tell the browser that there is a section
            message.MergeFrom(composes[section])

    return copy

"""The entry. Imported by the server: the ASGI application. Run as the script: the table of contents."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    from spapser.server import options

    app = st.App("app.py", **options())
else:
    from spapser.ui.cadre import build_menu, run_page

    page = st.navigation(build_menu(), expanded=True)
    st.set_page_config(page_title=f"{page.title} – SPAPSER", layout="wide")
    run_page(page)

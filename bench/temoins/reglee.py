"""Control page: the same four metrics and two charts, figures built from dictionaries, served by the product's shell."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    from spapser.server import options

    app = st.App("reglee.py", **options())
else:
    import plotly.graph_objects as go

    MOIS = [f"{m:02d}" for m in range(1, 13)]
    MONTANTS = [m * 1234.5 for m in range(1, 13)]
    for colonne, nombre in zip(st.columns(4), (97972, 120, 75, 90), strict=True):
        colonne.metric("Mesure", nombre)
    st.plotly_chart(go.Figure({"data": [{"type": "bar", "x": MOIS, "y": MONTANTS}]}), key="barres")
    st.plotly_chart(go.Figure({"data": [{"type": "scatter", "x": MOIS, "y": MONTANTS}]}), key="ligne")

"""Control page: four metrics and two plotly.express charts, every setting by default."""

import pandas as pd
import plotly.express as px
import streamlit as st

donnees = pd.DataFrame({"mois": [f"{m:02d}" for m in range(1, 13)], "montant": [m * 1234.5 for m in range(1, 13)]})
for colonne, nombre in zip(st.columns(4), (97972, 120, 75, 90), strict=True):
    colonne.metric("Mesure", nombre)
st.plotly_chart(px.bar(donnees, x="mois", y="montant"), key="barres")
st.plotly_chart(px.line(donnees, x="mois", y="montant"), key="ligne")

"""The looks of the workbook: one format per role, made once per workbook."""

from functools import lru_cache

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

TEAL, ACCENT, GRIS, CLAIR, DOUX = "#00626b", "#b34000", "#6b7780", "#e6f0f0", "#4b5b60"
TEXTE = {"text_wrap": True, "valign": "top"}
CASE = {"valign": "top", "bottom": 1, "bottom_color": "#d5dfe0"}
ROLES = {
    "titre": {"bold": True, "font_size": 18, "font_color": TEAL},
    "sous_titre": {"font_size": 11, "font_color": DOUX},
    "section": {"bold": True, "font_size": 13, "font_color": TEAL, "valign": "bottom"},
    "entete": {"bold": True, "align": "left", "valign": "vcenter", "text_wrap": True, "bg_color": TEAL, "font_color": "#ffffff",
               "border": 1, "border_color": "#ffffff"},
    "texte": TEXTE,
    "ligne": CASE | {"text_wrap": True, "align": "left", "indent": 1},
    "premiere": CASE | {"text_wrap": True},
    "entier": CASE | {"num_format": "#,##0"},
    "decimal": CASE | {"num_format": "#,##0.0#"},
    "brut": CASE | {"num_format": "0"},
    "taux": CASE | {"num_format": "0\u00a0%"},
    "date": CASE | {"num_format": "dd/mm/yyyy", "align": "left", "indent": 1},
    "etiquette": {"bold": True, "valign": "top"},
    "lien": {"font_color": "#005a8c", "underline": 1, "valign": "top"},
    "alerte": TEXTE | {"bold": True, "font_color": "#8a4b00", "bg_color": "#fff4e0"},
}


class Styles:
    """The formats of one workbook, by role."""

    def __init__(self, classeur: Workbook):
        self.classeur = classeur
        self.role = lru_cache(maxsize=None)(self.build)

    def build(self, nom: str) -> Format:
        """The format of a role; KeyError when no such role exists."""
        return self.classeur.add_format(ROLES[nom])

    def nombre(self, valeur: float) -> Format:
        """Thousands apart, decimals only where there are some."""
        return self.role("entier" if float(valeur).is_integer() else "decimal")

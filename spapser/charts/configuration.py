"""What the browser is told about every chart: French words, no tool bar."""

LOCALE = {
    "dictionary": {
        "Autoscale": "Échelle automatique", "Box Select": "Sélection rectangulaire", "Click to enter title": "",
        "Download plot": "Télécharger l’image", "Download plot as a png": "Télécharger l’image (PNG)",
        "Double-click on legend to isolate one trace": "Double-cliquer sur la légende pour isoler une série",
        "Double-click to zoom back out": "Double-cliquer pour revenir à la vue d’ensemble",
        "Pan": "Déplacer", "Reset axes": "Vue d’ensemble", "Reset": "Réinitialiser", "Zoom": "Zoom",
        "Zoom in": "Agrandir", "Zoom out": "Réduire", "Taking snapshot - this may take a few seconds": "Image en cours",
        "Snapshot succeeded": "Image enregistrée", "trace": "série",
    },
    "format": {
        "days": ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
        "shortDays": ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
        "months": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                   "novembre", "décembre"],
        "shortMonths": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
                        "déc."],
        "date": "%d/%m/%Y", "decimal": ",", "thousands": "\u202f",
    },
}
CONFIG: dict = {
    "displayModeBar": False,
    "displaylogo": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "locale": "fr",
    "locales": {"fr": LOCALE},
}

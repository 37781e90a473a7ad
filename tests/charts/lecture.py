"""What a reader finds in a figure: its printed words, its hover words, its whole JSON."""

import json
import re


def read_json(figure):
    """The figure as the browser gets it, without the theme's template."""
    contenu = json.loads(figure.to_json())
    contenu["layout"].pop("template", None)
    return contenu


def read_textes(figure):
    """Every text printed on the figure, with Plotly's own bold removed and entities kept."""
    contenu = read_json(figure)
    textes = [annotation["text"] for annotation in contenu["layout"].get("annotations", [])]
    for trace in contenu["data"]:
        if "text" in trace.get("mode", ""):
            textes += trace["text"]
    return textes


def read_survols(figure):
    """Every hover text."""
    return [texte for trace in read_json(figure)["data"] for texte in trace.get("hovertext", [])]


def read_page(figure):
    """The printed words as one line, with ordinary spaces and no fold."""
    texte = re.sub(r"</?b>", "", " ".join(read_textes(figure)).replace("<br>", " "))
    return re.sub(r"[\u00a0\u202f ]+", " ", texte)


def list_tags(figure):
    """Tags that Plotly would interpret in printed or hover texts."""
    return {tag for texte in read_textes(figure) + read_survols(figure) for tag in re.findall(r"<[^>]*>", texte)}

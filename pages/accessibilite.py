"""The accessibility statement, in the template of the law."""

from spapser.catalogue.accessibilite import load_declaration
from spapser.ui import accessibilite
from spapser.ui.cadre import render_titre

declaration = load_declaration()
render_titre("Déclaration d’accessibilité", "Ce que ce service fait pour être utilisable par tous, et ce qui lui manque encore.",
             False)
accessibilite.render_etat(declaration)
accessibilite.render_essais(declaration)
accessibilite.render_manques(declaration)
accessibilite.render_etablissement(declaration)
accessibilite.render_recours()
accessibilite.render_plan(declaration)

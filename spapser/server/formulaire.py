"""The plain pages of the local sign-in: the form, and why there is none."""

from html import escape

from spapser.server.liste import write_page

STYLE = """<style>
form { display: grid; gap: 1.1rem; max-width: 24rem } label { display: grid; gap: .3rem; font-weight: 600 }
input { font: inherit; padding: .6rem .7rem; border: 1px solid light-dark(#75878a, #7f9195); border-radius: 6px;
  color: inherit; background: light-dark(#fff, #1b282b) }
button { font: inherit; font-weight: 600; padding: .7rem 1.2rem; border: 0; border-radius: 6px; cursor: pointer;
  justify-self: start; color: light-dark(#fff, #10191b); background: light-dark(#00626b, #5cc4cd) }
input:focus-visible, button:focus-visible, a:focus-visible {
  outline: 3px solid light-dark(#005a8c, #8cc8f0); outline-offset: 2px }
.faute { border-left: 4px solid light-dark(#b3261e, #f2a49c); background: light-dark(#f2f6f6, #1b282b); padding: .6rem 1rem;
  border-radius: 6px; max-width: 40rem }
.aide { color: light-dark(#4a5c60, #b6c4c6) }
</style>"""
RETOUR = '<p><a href="./">Revenir au tableau de bord</a></p>'


def write_formulaire(jeton: str, suite: str, faute: str) -> str:
    """The form; `faute` is why the last sending was refused, empty the first time."""
    dite = f'<p class="faute" role="alert">{escape(faute)}</p>' if faute else ""
    action = f"connexion?suite={escape(suite)}" if suite else "connexion"
    return write_page("Se connecter", STYLE + dite + (
        '<p class="aide">Pour déposer et publier. La lecture est ouverte à tous, sans compte.</p>'
        f'<form method="post" action="{action}"><input type="hidden" name="jeton" value="{escape(jeton)}">'
        '<label>Identifiant<input name="identifiant" required maxlength="64" autocomplete="username" autocapitalize="none" '
        'spellcheck="false"></label>'
        '<label>Mot de passe<input name="mot_de_passe" type="password" required maxlength="256" '
        'autocomplete="current-password"></label><button>Se connecter</button></form>'
        '<p class="aide">Mot de passe oublié : l’administrateur du service en donne un autre.</p>') + RETOUR)


def write_sans_compte() -> str:
    """No local account: nothing to fill."""
    return write_page("Se connecter", "<p>Ce service n’a pas de compte local.</p>" + RETOUR)


def write_clair() -> str:
    """The address is not protected: the password would travel in the clear."""
    return write_page("Se connecter", "<p>La connexion demande une adresse protégée, qui commence par « https ». Ouvrir cette "
                      "page à son adresse en https, ou demander à l’administrateur du service de l’ouvrir.</p>" + RETOUR)

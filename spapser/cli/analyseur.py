"""argparse in French: its own words are English and cannot be translated otherwise."""

import re
from argparse import ArgumentParser, HelpFormatter

from spapser.typographie import INSECABLE, insecables

PHRASES = (
    (r"the following arguments are required: (.+)", r"il manque {}"),
    (r"unrecognized arguments: (.+)", r"« {} » n’est pas compris"),
    (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", r"{} : « {} » n’est pas admis, choisir parmi {}"),
    (r"argument (.+?): invalid int value: '(.*)'", r"{} : « {} » n’est pas un nombre entier"),
    (r"argument (.+?): expected one argument", r"{} attend une valeur"),
    (r"argument (.+?): expected at least one argument", r"{} attend une valeur au moins"),
    (r"argument (.+?): not allowed with argument (.+)", r"{} et {} ne vont pas ensemble"),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"{} n’attend pas de valeur (« {} »)"),
    (r"ambiguous option: (.+?) could match (.+)", r"{} peut vouloir dire {}"),
    (r"argument (.+?): (.+)", r"{} : {}"),
)


class Mise(HelpFormatter):
    """« Utilisation : » instead of « usage: »."""

    def add_usage(self, usage, actions, groups, prefix=None) -> None:
        """The first line of the help."""
        super().add_usage(usage, actions, groups, f"Utilisation{INSECABLE}: " if prefix is None else prefix)


class Analyseur(ArgumentParser):
    """A parser whose help and errors are French; an error is one sentence and ends with status 2."""

    def __init__(self, **options) -> None:
        super().__init__(**({"formatter_class": Mise, "allow_abbrev": False} | options | {"add_help": False}))
        self._positionals.title, self._optionals.title = f"arguments{INSECABLE}", f"options{INSECABLE}"
        self.add_argument("-h", "--help", "--aide", action="help", help="affiche cette aide")

    def error(self, message: str) -> None:
        """Print the sentence and how to get help, then leave."""
        phrase = f"La commande est illisible : {translate(message)} ; « {self.prog} --help » l’explique."
        self.exit(2, f"{insecables(phrase)}\n")


def translate(message: str) -> str:
    """A sentence of argparse in French; left as it is when it is not known."""
    for motif, phrase in PHRASES:
        trouve = re.fullmatch(motif, message, re.DOTALL)
        if trouve:
            return phrase.format(*(morceau.replace("'", "") for morceau in trouve.groups()))
    return message

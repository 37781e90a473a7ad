"""The errors a person may see: one French sentence that says what, where and how to mend."""


class SpapserError(Exception):
    """Base of every error raised on purpose by the package; its text is shown as it is."""


class CatalogueInvalide(SpapserError):
    """A TOML or SQL definition shipped with the product is broken."""


class DonneesInvalides(SpapserError):
    """A dataset file of an edition is missing or breaks its schema."""


class CodeInconnu(SpapserError):
    """Somebody asked for a fiche, an indicator, a dataset or a year that does not exist."""


class EditionIllisible(SpapserError):
    """The manifest or the data of an edition are cut, altered or out of reach."""


class MemoireDepassee(SpapserError):
    """A query asked for more memory than the pages of an edition may take: its page says so, the others live."""


class ReglageInvalide(SpapserError):
    """An environment variable holds what it cannot mean."""


class FichierIllisible(SpapserError):
    """A deposited file is not one of the accepted formats, or is cut, empty or out of all proportion."""


class DonneesPersonnelles(SpapserError):
    """A deposited file holds personal data: it is refused and nothing of it is kept."""


class PublicationRefusee(SpapserError):
    """A publication did not happen, and nothing of it remains: somebody published meanwhile, the disk is full…"""


class RequeteRefusee(SpapserError):
    """The database refused a statement on a deposited file; the reader that sent it tries another way or says so."""


class SauvegardeRefusee(SpapserError):
    """A backup was not written, or not restored: the archive is cut or altered, the folder is not empty, the disk is full…"""


class AccesRefuse(SpapserError):
    """The person may not do that: nobody signed in, or their role is not enough."""


class AccesIllisible(SpapserError):
    """Accounts, sessions, rules of access or the audit log are damaged, badly protected or out of reach."""


# What a page shows as it is, in place of what it cannot show: the reader can wait, ask for less, or know what to say.
DITES = (MemoireDepassee, EditionIllisible, DonneesInvalides)

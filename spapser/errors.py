"""The errors a person may see: one French sentence that says what, where and how to mend."""


class SpapserError(Exception):
    """Base of every error raised on purpose by the package; its text is shown as it is."""


class CatalogueInvalide(SpapserError):
    """A TOML or SQL definition shipped with the product is broken."""


class DonneesInvalides(SpapserError):
    """A dataset file of an edition is missing or breaks its schema."""


class CodeInconnu(SpapserError):
    """Somebody asked for a fiche, an indicator, a dataset or a year that does not exist."""

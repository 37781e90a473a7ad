"""What the title of a column says of people. Words are compared without accents, capitals or punctuation."""

import re

from spapser.typographie import sans_accent

LONGUEUR = 80
QUI = (r"(salaries?|beneficiaires?|candidats?|participants?|conseill(er|ere)s?|referents?|agents?|personnes?|employes?|"
       r"stagiaires?|usagers?|contacts?|interlocuteurs?|jeunes?|demandeurs?|representants?|responsables?)")
NUMERO = r"\b(identifiant|numeros?|no?|num|id)"
NUMERO_INSEE = r"^(numeros?|no?|num) (d )?insee"
TITRES = {
    "le prénom d’une personne": (r"\bprenoms?\b", r"\bfirst ?name\b"),
    "le nom d’une personne": (
        r"\bnoms? (de |d )?(famille|naissance|usage|jeune fille)\b", r"\bnom (patronymique|marital)\b", r"\bpatronyme\b",
        rf"\bnoms? (du |de la |de l |des |d un |d une |de )?{QUI}\b", r"\bcivilite\b", r"\blast ?name\b", r"\bsurname\b",
        r"^(contacts?|interlocut(eur|rice)s?)$"),
    "l’état civil d’une personne": (r"\betat civil\b",),
    "une date ou un lieu de naissance": (r"\bnaissance\b", r"\bdate (de )?naiss\b",
                                         r"\bnee? (e )?(le|en|a)\b", r"\bddn\b", r"\bbirth"),
    "un numéro de sécurité sociale": (r"\bnir\b", r"\bsecurite sociale\b", rf"{NUMERO} (de )?(ss|secu)\b", r"\bnss\b",
                                      rf"{NUMERO_INSEE}$", rf"{NUMERO_INSEE} (du |de la |de l |des )?{QUI}\b",
                                      r"\bsecurite soc\b", r"^secu$"),
    "une adresse électronique": (r"\be ?mails?\b", r"\bmails?\b", r"\bcourriels?\b", r"^(adresses? )?mels?$",
                                r"\badresse electronique\b"),
    "un numéro de téléphone": (r"\btelephone\b", rf"{NUMERO} (de |du )?(telephones?|portables?|mobiles?)\b", r"\btel ?[0-9]?\b",
                               r"\bgsm\b", r"^(portable|mobile)( (perso(nnel)?|pro(fessionnel)?|prive))?$", r"\bphone\b"),
    "une adresse postale": (
        r"^(adresses?|adr)( ligne)?( ?[0-9])?$", r"^(numero|no|n|num) et (rue|voie)$",
        r"\badresses? (postales?|personnelles?|(du |de )?domicile|de residence|completes?)\b", r"^domicile$",
        r"^(rue|voie)$", r"\bnom de (la )?(rue|voie)\b", r"\blibelle (de )?(la )?voie\b",
        rf"\badresses? (du |de la |de l |des )?{QUI}\b"),
    "l’identifiant d’une personne": (
        r"\bmatricules?\b", rf"{NUMERO} (de )?(pole emploi|france travail|caf)\b", r"\ballocataire\b", r"\biban\b", r"\brib\b",
        rf"{NUMERO} (du |de l |de la )?(salarie|beneficiaire|agent|personne|candidat)\b"),
    "une donnée de santé": (r"\brqth\b", r"\bpathologies?\b", r"\binaptitude\b", r"\bhandicap de la personne\b")}
# The same in a title written in one word: « nomPrenom », « datenaissance ».
COLLES = {
    "le prénom d’une personne": (r"prenom",), "le nom d’une personne": (r"nom(de)?(famille|usage|jeunefille)", r"nomsalarie"),
    "une date ou un lieu de naissance": (r"naissance", r"datenaiss"),
    "un numéro de sécurité sociale": (r"securitesociale", r"numsecu", r"numss$"),
    "une adresse électronique": (r"courriel", r"email"), "un numéro de téléphone": (r"telephone(?!s)", r"numtel", r"notel"),
    "une adresse postale": (r"adresse(postale|domicile)",), "l’identifiant d’une personne": (r"matricule",)}
NOM_SEUL, NOM_ENTIER = r"^noms?$", r"^noms? (complets?|usuels?)$"
# Where works are: no home of anybody.
OUVRAGES = (r"\b(chantiers?|travaux|operations?|marches?|sites?|ecoles?|batiments?|lieux?|equipements?|sieges?|structures?|"
            r"entreprises?)\b")
GENS = rf"^(nom )?(du |de la |de l |des )?{QUI}$|^noms?( complets?| usuels?)?$|\bnoms? et\b"
# What describes one person, the second ones being also said of an operation or of a category.
ATTRIBUTS = (
    r"\bsexe\b|^genre$|\bhomme ou femme\b|^h f$",
    r"\bage\b|\btranche d age\b",
    r"\bdiplomes?\b|\bniveau (d etudes?|de formation|scolaire|de diplome)\b",
    r"\bdate (d |de l )?(entree|embauche|inscription)\b|\bembauchee? le\b|\bentree? le\b",
    r"\btype de contrat\b|\bnature du contrat\b",
    r"\bcriteres? (administratifs?|d eligibilite)\b|\beligibilite\b|\bstatut a l entree\b",
    r"\b(communes?|villes?|lieux?) (de residence|d habitation|du domicile)\b|\bnationalite\b|\bsituation familiale\b")
FAIBLES = (r"\bdate de (sortie|fin)\b", r"^statut$", r"\bqpv\b", r"\bcode postal\b", r"\bmotif de sortie\b")
ENTREE = ATTRIBUTS[3]
COMPTE = r"\b(nombres?|nb|effectifs?)\b(?!.*\bheures?\b)"


def read_words(titre: str) -> str:
    """Words of a title, without accents, capitals or punctuation; empty for a whole sentence, which is no title."""
    if len(titre) > LONGUEUR:
        return ""
    return " ".join(re.findall(r"[a-z0-9]+", sans_accent(re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", titre))))


def find_reason(titre: str) -> str:
    """What a title says to hold of people: « un numéro de téléphone »; empty when it says nothing of them."""
    mots = read_words(titre)
    colle = "" if " " in titre.strip() else re.sub(r"[^a-z0-9]", "", sans_accent(titre)) if mots else ""
    return find_pattern(mots, TITRES) or find_pattern(colle, COLLES)


def find_pattern(mots: str, motifs: dict[str, tuple[str, ...]]) -> str:
    """The first reason one of whose patterns is in the words; empty without one."""
    return next((raison for raison, formes in motifs.items() if any(re.search(forme, mots) for forme in formes)), "")


def is_named(titre: str, motif: str) -> bool:
    """True when the words of a title match a pattern of this module."""
    return re.search(motif, read_words(titre)) is not None


def describes_person(titres: list[str]) -> list[str]:
    """The titles that together describe one person a row; none when they may describe categories or operations."""
    forts = [titre for titre in titres if any(is_named(titre, motif) for motif in ATTRIBUTS)]
    faibles = [titre for titre in titres if titre not in forts and any(is_named(titre, motif) for motif in FAIBLES)]
    genres = sum(any(is_named(titre, motif) for titre in forts) for motif in ATTRIBUTS)
    return forts + faibles if genres >= 2 or (genres == 1 and len(forts) + len(faibles) >= 3) else []

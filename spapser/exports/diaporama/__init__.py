"""The slides as an editable PPTX file: native charts and tables, notes, French."""

from spapser.exports.diaporama.fichier import export_pptx

__all__ = ["export_pptx"]

"""The bar shown on the error output while a file is read, judged and published; silent when nobody looks."""

import shutil
import sys

LARGEUR = 24


class Barre:
    """A function of a share (0 to 1) and a label; only a terminal sees it."""

    def __init__(self) -> None:
        self.visible = sys.stderr.isatty()
        self.vue = ("", -1)

    def __call__(self, part: float, mot: str) -> None:
        """Draw again when the label or the percentage changed."""
        pourcentage = round(100 * min(max(part, 0.0), 1.0))
        if not self.visible or (mot, pourcentage) == self.vue:
            return
        self.vue = (mot, pourcentage)
        plein = "█" * (pourcentage * LARGEUR // 100)
        ligne = f"{plein:░<{LARGEUR}} {pourcentage:>3} % {mot}"
        sys.stderr.write(f"\r\x1b[2K{ligne[:shutil.get_terminal_size().columns - 1]}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Leave an empty line to what comes next."""
        if self.visible and self.vue[1] >= 0:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()

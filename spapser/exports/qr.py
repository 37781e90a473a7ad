"""The public address as a QR code, drawn here: no network, no browser."""

import io

import segno


def draw_qr_svg(adresse: str) -> str:
    """The code as a `data:` address of an SVG image, without quiet zone: it stands on white."""
    return segno.make(adresse, error="m", micro=False).svg_data_uri(border=0, scale=10)


def draw_qr_png(adresse: str) -> bytes:
    """The code as a PNG image with its quiet zone, black on white."""
    sortie = io.BytesIO()
    segno.make(adresse, error="m", micro=False).save(sortie, kind="png", scale=20, border=4)
    return sortie.getvalue()

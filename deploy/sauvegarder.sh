#!/bin/sh
# Une sauvegarde, aussitôt restaurée dans un dossier d’essai pour la prouver ; puis les plus anciennes s’en vont.
# Les anciennes ne s’effacent jamais quand la nouvelle ne se restaure pas.
set -eu
: "${SAUVEGARDES:?indiquer le dossier des sauvegardes dans SAUVEGARDES}"
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
archive=$SAUVEGARDES/spapser-$(date +%Y%m%d-%H%M%S).tar.gz
essai=$(mktemp -d)
trap 'rm -rf "$essai"' EXIT

"$python" -m spapser sauvegarder "$archive"
if ! "$python" -m spapser restaurer "$archive" --vers "$essai/depot"; then
  mv "$archive" "$archive.douteuse"
  exit 1
fi
find "$SAUVEGARDES" -maxdepth 1 -name 'spapser-*.tar.gz' -mtime +"${JOURS_GARDES:-35}" -delete

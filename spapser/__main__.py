"""Command-line door."""

from spapser.cli import main

raise SystemExit(main())

"""The blocks of the deposit page, one module a step: choice, file, columns, verdict, publication."""

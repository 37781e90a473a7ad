"""The blocks of the page « Marchés »: filters, list, one contract, and the links that lead there."""

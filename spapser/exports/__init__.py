"""WHAT one takes away: measures and datasets as bytes and text."""

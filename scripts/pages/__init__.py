"""Checks of the pages that people read, in the way of a browser."""

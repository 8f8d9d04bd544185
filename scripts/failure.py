"""Why a check can't judge at all."""


class Failure(Exception):
    """The message is for people."""

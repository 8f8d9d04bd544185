"""Why a rehearsal ends early."""


class Failure(Exception):
    """The message is for people."""

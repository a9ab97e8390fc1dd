"""What a command may refuse to do."""


class CommandError(Exception):
    """What is asked cannot be done; the message says why, for a person."""

"""How `dev.py` talks: progress lines that appear at once, and errors of one sentence."""


class SetupError(Exception):
    """Something is missing; the message is one sentence that says what to do."""


def say(line: str) -> None:
    """Print a progress line."""
    print(f"-- {line}", flush=True)

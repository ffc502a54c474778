"""What is said of single photos of a run."""

from pathlib import Path

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.pipeline.pipeline import ColorizedPhoto


def messages(colorized: ColorizedPhoto) -> str:
    """What the user should know: of the prediction, of the photo, and of what the file could not tell."""
    photo = colorized.photo
    had_color = Sentence("The photo was in colour already; only its lightness was used.")
    return Sentence.joined(
        (colorized.prediction.notice, *([had_color] if photo.had_color else []), *photo.warnings)
    )


def split(count: int) -> str:
    """What is said of a scan with so many photos."""
    return Sentence("{count} photos lie on this scan; each has a row of its own.", count=count)


def not_as_accepted(source: Path) -> str:
    """The photo, or the model, is another one than at the review."""
    return Sentence(
        'The photo "{source}", or the model, is not the one that was accepted; look at it again.',
        source=source,
    )


def taken(target: Path) -> str:
    """Why a photo is skipped whose result has a name that is not free."""
    return Sentence('There is a file "{target}" already.', target=target)

"""What is said of single photos of a run."""

from pathlib import Path
from typing import Final

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.pipeline.pipeline import ColorizedPhoto
from colorizer_gui.core.prediction.prediction import OWN_COLOURS

#: By quarter turns clockwise.
_TURNED: Final = {
    1: Sentence("The photo lay on its side and was turned to the right."),
    2: Sentence("The photo stood on its head and was turned round."),
    3: Sentence("The photo lay on its side and was turned to the left."),
}


def messages(colorized: ColorizedPhoto, turned: int) -> str:
    """What the user should know: of the prediction, of the photo, and of what the file could not tell."""
    photo, said = colorized.photo, [colorized.prediction.notice]
    if turned in _TURNED:
        said.append(_TURNED[turned])
    if colorized.prediction.candidate == OWN_COLOURS:
        said.append(Sentence("The photo was in colour already and kept its own colours."))
    elif photo.had_color:
        said.append(Sentence("The photo was in colour already; only its lightness was used."))
    return Sentence.joined((*said, *photo.warnings))


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

"""What the chooser of colours says that it is about, in labels that keep their height."""

from collections.abc import Iterable
from enum import StrEnum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel

#: Under this name, called like this, the tool that gathers texts finds them.
translate: Final = QCoreApplication.translate

#: L* below and above which so few colours are possible that it has to be said.
_DARK: Final = 25.0
_LIGHT: Final = 88.0


class About(StrEnum):
    """What a colour is chosen for."""

    FIRST = auto()
    NEXT = auto()
    PLACE = auto()
    POINT = auto()


def title_of(about: About) -> str:
    """What is to be done with a colour."""
    return {
        About.FIRST: translate("ChooserWords", "Choose a colour, then click or draw in the photo."),
        About.NEXT: translate(
            "ChooserWords", "The next click or line gets this colour. Click a ring to change its point."
        ),
        About.PLACE: translate("ChooserWords", "Which colour has this place?"),
        About.POINT: translate("ChooserWords", "You are changing the marked point. Enter ends that."),
    }[about]


def light_note(lightness: float) -> str:
    """Where light and dark come from, and at an end of L* why there are few colours."""
    plain, dark, bright = light_notes()
    return dark if lightness < _DARK else bright if lightness > _LIGHT else plain


def light_notes() -> tuple[str, str, str]:
    """All that `light_note` answers."""
    return (
        translate("ChooserWords", "Light and dark come from the photo."),
        translate("ChooserWords", "Light and dark come from the photo; few colours are as dark."),
        translate("ChooserWords", "Light and dark come from the photo; few colours are as bright."),
    )


def titles() -> Iterable[str]:
    """All that `title_of` answers."""
    return map(title_of, About)


class SteadyLabel(QLabel):
    """One of some sentences, wrapped, as high as the longest of them: nothing below it moves.

    Parameters
    ----------
    sentences
        Those that it may say; it says none at first.
    """

    def __init__(self, sentences: Iterable[str]) -> None:
        super().__init__()
        self._sentences = tuple(sentences)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setForegroundRole(self.palette().ColorRole.PlaceholderText)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        metrics, room = self.fontMetrics(), QRect(0, 0, max(1, width), 1_000_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        return max(metrics.boundingRect(room, flags, each).height() for each in self._sentences)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

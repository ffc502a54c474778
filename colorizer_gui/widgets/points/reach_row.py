"""How far the colour of a point reaches: a slider, and the word for where it stands."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

#: Steps of the slider, of a key and of the wheel, to the whole reach on either side of an object.
REACH_STEPS: Final = 10


class ReachRow(QWidget):
    """From this spot over this object to everything like it.

    Signals
    -------
    reach_requested(float)
        With every move, in [-1, 1].

    Attributes
    ----------
    slider, word
        Two faces of the reach.
    buttons
        The spot, the object, and everything like it.
    """

    reach_requested = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-REACH_STEPS, REACH_STEPS)
        self.slider.setPageStep(REACH_STEPS // 2)
        self.slider.setToolTip(
            self.tr(
                "How much of the photo is meant: this spot, this object, or everything like it; "
                "over the ring, the wheel does the same"
            )
        )
        title = QLabel(self.tr("How far"))
        title.setBuddy(self.slider)
        self.word = QLabel()
        for label in (title, self.word):
            label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.buttons = (
            self._button(self.tr("Spot only"), self.tr("Only what lies right at the place"), -1.0),
            self._button(
                self.tr("Object only"), self.tr("The object up to its edges, and nothing else"), 0.0
            ),
            self._button(
                self.tr("All like it"), self.tr("Everything in the photo that looks like the place"), 1.0
            ),
        )
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(0)
        layout.addWidget(title, 0, 0)
        layout.addWidget(self.word, 0, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.slider, 1, 0, 1, 2)
        named = QHBoxLayout()
        named.setSpacing(0)
        for button in self.buttons:
            named.addWidget(button)
            if button is not self.buttons[-1]:
                named.addStretch()
        layout.addLayout(named, 2, 0, 1, 2)
        self.slider.valueChanged.connect(self._on_value_changed)
        self.show_reach(0.0)

    def _button(self, text: str, tip: str, reach: float) -> QToolButton:
        button = QToolButton()
        button.setObjectName("noteAction")
        button.setCheckable(True)
        button.setText(text)
        button.setToolTip(tip)
        button.setProperty("reach", reach)
        button.clicked.connect(self._on_clicked)
        return button

    def show_reach(self, reach: float) -> None:
        """Show a reach without asking for it."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(reach * REACH_STEPS))
        for button in self.buttons:
            button.setChecked(abs(button.property("reach") - reach) < 0.5 / REACH_STEPS)
        word = reach_text(reach)
        self.word.setText(word)
        self.slider.setAccessibleName(self.tr("Reach: {0}").format(word))

    @Slot()
    def _on_clicked(self) -> None:
        reach = float(self.sender().property("reach"))
        self.show_reach(reach)
        self.reach_requested.emit(reach)

    @Slot(int)
    def _on_value_changed(self, steps: int) -> None:
        self.show_reach(steps / REACH_STEPS)
        self.reach_requested.emit(steps / REACH_STEPS)


def reach_text(reach: float) -> str:
    """What a reach means."""
    steps = round(reach * REACH_STEPS)
    if steps == -REACH_STEPS:
        return QCoreApplication.translate("reach", "this spot only")
    if steps < 0:
        return QCoreApplication.translate("reach", "part of the object")
    if steps == 0:
        return QCoreApplication.translate("reach", "this object only")
    if steps < REACH_STEPS:
        return QCoreApplication.translate("reach", "the object and more")
    return QCoreApplication.translate("reach", "everything like it")

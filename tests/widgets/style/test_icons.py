"""Icons are drawn when they are seen, as large and as sharp as they are seen."""

import gc

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPixmapCache
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.style import icons
from colorizer_gui.widgets.style.icons import themed_icon

MODE = QIcon.Mode


@pytest.fixture
def palette() -> QPalette:
    made = QPalette()
    made.setColor(QPalette.ColorRole.WindowText, QColor("#ff0000"))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor("#00ff00"))
    return made


def drawing_color(image: QImage) -> str:
    """Of a line drawing: of its most opaque pixel."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha).name()


def test_nothing_is_drawn_that_is_not_seen(
    qtbot: QtBot, palette: QPalette, monkeypatch: pytest.MonkeyPatch
) -> None:
    QPixmapCache.clear()
    drawn: list[str] = []
    draw = icons._drawing

    def noted(name: str, color: str) -> object:
        drawn.append(color)
        return draw(name, color)

    monkeypatch.setattr(icons, "_drawing", noted)
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(themed_icon("save", palette))
    assert drawn == []
    with qtbot.waitExposed(button):
        button.show()
    button.grab()
    assert set(drawn) == {"#ff0000"}
    button.setEnabled(False)
    button.grab()
    assert set(drawn) == {"#ff0000", "#00ff00"}
    count = len(drawn)
    button.grab()
    assert len(drawn) == count, "each is drawn once"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 1.75, 2, 2.25, 3])
def test_it_is_sharp_at_each_scale(palette: QPalette, ratio: float) -> None:
    icon = themed_icon("save", palette)
    for side in (12, 14, 18, 22, 40):
        size = QSize(side, side)
        pixmap = icon.pixmap(size, ratio)
        assert pixmap.size() == size * ratio
        assert pixmap.devicePixelRatio() == ratio, "else it is scaled once more"
    assert icon.actualSize(QSize(40, 30)) == QSize(30, 30)


@pytest.mark.usefixtures("qapp")
def test_it_has_the_colour_of_text(palette: QPalette) -> None:
    icon = themed_icon("save", palette)
    for mode, color in ((MODE.Normal, "#ff0000"), (MODE.Active, "#ff0000"), (MODE.Disabled, "#00ff00")):
        assert drawing_color(icon.pixmap(20, mode).toImage()) == color


@pytest.mark.usefixtures("qapp")
def test_it_lives_as_long_as_its_last_copy(palette: QPalette) -> None:
    icon = themed_icon("save", palette)
    copy = QIcon(icon)
    copy.setIsMask(True)  # so that it is one of its own
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#0000ff"))
    del icon
    gc.collect()
    assert drawing_color(copy.pixmap(20).toImage()) == "#ff0000"


@pytest.mark.usefixtures("qapp")
def test_it_can_be_painted(palette: QPalette) -> None:
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    themed_icon("save", palette).paint(painter, QRect(0, 0, 64, 32))
    painter.end()
    assert drawing_color(image) == "#ff0000"
    columns = {x for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha()}
    assert columns <= set(range(16, 48)), "in the middle, as high as it is wide"
    assert max(columns) - min(columns) > 20

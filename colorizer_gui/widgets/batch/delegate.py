"""Draws the rows of a batch: a picture with name and folder, a state as sign and word, and plain texts."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPalette, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from colorizer_gui.core.batch import Job, JobState
from colorizer_gui.widgets.batch.model import FOLDER_ROLE, JOB_ROLE, PHOTO, SIGN_ROLE, STATE, TIME
from colorizer_gui.widgets.style.icons import drawn_icon
from colorizer_gui.widgets.style.theme import is_dark, line_color, muted_color

ROW_HEIGHT: Final = 54
_PICTURE: Final = QSize(56, 42)
_PADDING: Final = 10
_SIGN: Final = 16
_SELECTION_BAR: Final = 3
_AnyIndex = QModelIndex | QPersistentModelIndex


class _Colors:
    """The colours of a palette that rows are drawn with, looked up once."""

    def __init__(self, palette: QPalette) -> None:
        role = QPalette.ColorRole
        self.key = palette.cacheKey()
        self.text = palette.color(role.Text)
        self.muted = muted_color(palette)
        self.error = palette.color(role.BrightText)
        self.accent = palette.color(role.Accent)
        self.selection = palette.color(role.Midlight)
        self.empty = palette.color(role.Light if is_dark(palette) else role.Mid)
        self.line = line_color(palette)


class BatchDelegate(QStyledItemDelegate):
    """Draws one cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colors = _Colors(QPalette())

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        colors = self._colors_of(option.palette)
        rect: QRect = option.rect
        column = index.column()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colors.selection)
            if column == PHOTO:
                painter.fillRect(rect.left(), rect.top(), _SELECTION_BAR, rect.height(), colors.accent)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.line)
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if column == PHOTO:
            _paint_picture(painter, inner, index.data(Qt.ItemDataRole.DecorationRole), colors)
            _paint_lines(painter, inner.adjusted(_PICTURE.width() + 12, 0, 0, 0), index, colors)
        elif column == STATE:
            _paint_state(painter, inner, index, colors)
        else:
            failed = index.data(JOB_ROLE).state is JobState.FAILED
            painter.setPen(colors.error if failed else colors.muted)
            _paint_text(painter, inner, str(index.data() or ""), wrapped=column != TIME)
        painter.restore()

    def _colors_of(self, palette: QPalette) -> _Colors:
        if palette.cacheKey() != self._colors.key:
            self._colors = _Colors(palette)
        return self._colors


def _paint_state(painter: QPainter, rect: QRect, index: _AnyIndex, colors: _Colors) -> None:
    job: Job = index.data(JOB_ROLE)
    failed = job.state is JobState.FAILED
    color = colors.error if failed else colors.accent if job.state is JobState.RUNNING else colors.muted
    icon = drawn_icon(index.data(SIGN_ROLE), color, _SIGN, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPoint(rect.left(), rect.center().y() - _SIGN // 2), icon)
    painter.setPen(color if failed else colors.text)
    _paint_text(painter, rect.adjusted(_SIGN + 7, 0, 0, 0), str(index.data()), wrapped=False)


def _paint_picture(painter: QPainter, rect: QRect, picture: QImage | None, colors: _Colors) -> None:
    frame = QRect(QPoint(rect.left(), rect.center().y() - _PICTURE.height() // 2), _PICTURE)
    if picture is None or picture.isNull():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.empty)
        painter.drawRoundedRect(frame, 4, 4)
        return
    size = picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(QPoint(0, 0), size)
    target.moveCenter(frame.center())
    clip = QPainterPath()
    clip.addRoundedRect(target, 3, 3)
    painter.save()
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.drawImage(target, picture)
    painter.restore()


def _paint_lines(painter: QPainter, rect: QRect, index: _AnyIndex, colors: _Colors) -> None:
    """Name and folder, one above the other."""
    middle = Qt.TextElideMode.ElideMiddle
    metrics = painter.fontMetrics()
    top = rect.center().y() - metrics.height() + 1
    line = QRect(rect.left(), top, rect.width(), metrics.height())
    painter.setPen(colors.text)
    painter.drawText(
        line, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(str(index.data()), middle, line.width())
    )
    font = painter.font()
    font.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
    painter.setFont(font)
    metrics = painter.fontMetrics()
    line = QRect(rect.left(), line.bottom() + 2, rect.width(), metrics.height())
    painter.setPen(colors.muted)
    folder = metrics.elidedText(str(index.data(FOLDER_ROLE)), middle, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, folder)


def _paint_text(painter: QPainter, rect: QRect, text: str, *, wrapped: bool) -> None:
    """One line, or as many as fit into the row where a sentence is too long for one."""
    metrics = painter.fontMetrics()
    right = Qt.TextElideMode.ElideRight
    if not wrapped or metrics.horizontalAdvance(text) <= rect.width():
        shown = metrics.elidedText(text, right, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
        return
    most = max(1, rect.height() // metrics.lineSpacing())
    lines = "\n".join(lines_of(text, painter.font(), rect.width(), most))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, lines)


def lines_of(text: str, font: QFont, width: int, most: int) -> Iterator[str]:
    """A sentence in lines of a width in pixels; what the last one does not hold is left out."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        if number == most - 1:
            yield QFontMetrics(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
        else:
            yield text[start : start + line.textLength()].rstrip()
    layout.endLayout()

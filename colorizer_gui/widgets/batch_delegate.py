"""Draws the rows of a batch: a picture with name and folder, a state as sign and word, and plain texts."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from colorizer_gui.core.batch import Job, JobState
from colorizer_gui.widgets.batch_model import FOLDER_ROLE, JOB_ROLE, PHOTO, SIGN_ROLE, STATE, TIME
from colorizer_gui.widgets.icons import drawn_icon
from colorizer_gui.widgets.theme import line_color, muted_color

ROW_HEIGHT: Final = 54
_PICTURE: Final = QSize(56, 42)
_PADDING: Final = 10
_SIGN: Final = 16
_AnyIndex = QModelIndex | QPersistentModelIndex


class BatchDelegate(QStyledItemDelegate):
    """Draws one cell."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        palette: QPalette = option.palette
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, option, rect, palette, first=index.column() == PHOTO)
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        job: Job = index.data(JOB_ROLE)
        text = str(index.data() or "")
        if index.column() == PHOTO:
            picture = index.data(Qt.ItemDataRole.DecorationRole)
            self._paint_picture(painter, inner, picture, palette)
            _paint_lines(painter, inner.adjusted(_PICTURE.width() + 12, 0, 0, 0), index, palette)
        else:
            failed = job.state is JobState.FAILED
            color = palette.color(QPalette.ColorRole.BrightText) if failed else muted_color(palette)
            if index.column() == STATE:
                ratio = painter.device().devicePixelRatioF()
                accent = palette.color(QPalette.ColorRole.Accent)
                running = job.state is JobState.RUNNING
                icon = drawn_icon(index.data(SIGN_ROLE), accent if running else color, _SIGN, ratio)
                painter.drawPixmap(QPoint(inner.left(), inner.center().y() - _SIGN // 2), icon)
                inner.adjust(_SIGN + 7, 0, 0, 0)
                color = color if failed else palette.color(QPalette.ColorRole.Text)
            painter.setPen(color)
            _paint_text(painter, inner, text, wrapped=index.column() not in {STATE, TIME})
        painter.restore()

    @staticmethod
    def _paint_ground(
        painter: QPainter, option: QStyleOptionViewItem, rect: QRect, palette: QPalette, *, first: bool
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Midlight))
            if first:
                bar = QRect(rect.left(), rect.top(), 3, rect.height())
                painter.fillRect(bar, palette.color(QPalette.ColorRole.Accent))
        painter.setPen(line_color(palette))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    @staticmethod
    def _paint_picture(painter: QPainter, rect: QRect, picture: QImage | None, palette: QPalette) -> None:
        frame = QRect(QPoint(rect.left(), rect.center().y() - _PICTURE.height() // 2), _PICTURE)
        if picture is None or picture.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Mid))
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


def _paint_lines(painter: QPainter, rect: QRect, index: _AnyIndex, palette: QPalette) -> None:
    """Name and folder, one above the other."""
    middle = Qt.TextElideMode.ElideMiddle
    metrics = painter.fontMetrics()
    top = rect.center().y() - metrics.height() + 1
    line = QRect(rect.left(), top, rect.width(), metrics.height())
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(
        line, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(str(index.data()), middle, line.width())
    )
    font = painter.font()
    font.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
    painter.setFont(font)
    metrics = painter.fontMetrics()
    line = QRect(rect.left(), line.bottom() + 2, rect.width(), metrics.height())
    painter.setPen(muted_color(palette))
    folder = metrics.elidedText(str(index.data(FOLDER_ROLE)), middle, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, folder)


def _paint_text(painter: QPainter, rect: QRect, text: str, *, wrapped: bool) -> None:
    """One line, or two where a sentence is too long for one."""
    metrics = painter.fontMetrics()
    right = Qt.TextElideMode.ElideRight
    if not wrapped or metrics.horizontalAdvance(text) <= rect.width():
        shown = metrics.elidedText(text, right, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
        return
    shown = metrics.elidedText(text, right, round(1.85 * rect.width()))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, shown)

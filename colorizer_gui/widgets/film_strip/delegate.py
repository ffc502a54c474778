"""How one photo of the film strip is drawn."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from colorizer_gui.widgets.common.elision import elided_name
from colorizer_gui.widgets.film_strip.item import ITEM_ROLE, StripItem
from colorizer_gui.widgets.style.icons import drawn_icon
from colorizer_gui.widgets.style.theme import muted_color

#: Without the lines of text.
_CELL: Final = QSize(128, 90)
#: Width in heights of a line, for users of large fonts.
_LINES_WIDE: Final = 8
_THUMBNAIL: Final = QSize(112, 68)
_AnyIndex = QModelIndex | QPersistentModelIndex


class PhotoDelegate(QStyledItemDelegate):
    """Draws one photo of the row."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        return cell_size(option.fontMetrics)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        item = index.data(ITEM_ROLE)
        rect: QRect = option.rect.adjusted(2, 2, -2, -2)
        palette: QPalette = option.palette
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if state & QStyle.StateFlag.State_Selected:
            # The accent is for the focus alone: else two frames would seem to have it.
            focused = option.widget.hasFocus()
            painter.setPen(
                QPen(palette.color(QPalette.ColorRole.Accent) if focused else muted_color(palette), 2)
            )
            painter.setBrush(palette.color(QPalette.ColorRole.Button))
            painter.drawRoundedRect(rect, 7, 7)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(rect, 7, 7)
        frame = QRect(QPoint(0, 0), _THUMBNAIL)
        frame.moveCenter(QPoint(rect.center().x(), rect.top() + 6 + _THUMBNAIL.height() // 2))
        self._paint_thumbnail(painter, frame, item, palette)
        self._paint_text(painter, rect, frame.bottom(), item, palette)
        painter.restore()

    @staticmethod
    def _paint_thumbnail(painter: QPainter, frame: QRect, item: StripItem, palette: QPalette) -> None:
        if item.thumbnail is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Mid))
            painter.drawRoundedRect(frame.adjusted(14, 0, -14, 0), 4, 4)
            side = 26
            icon = drawn_icon("drop", muted_color(palette), side, painter.device().devicePixelRatioF())
            painter.drawPixmap(frame.center() - QPoint(side // 2, side // 2), icon)
            return
        size = item.thumbnail.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(QPoint(0, 0), size)
        target.moveCenter(frame.center())
        clip = QPainterPath()
        clip.addRoundedRect(target, 3, 3)
        painter.setClipPath(clip)
        painter.drawImage(target, item.thumbnail)
        painter.setClipping(False)

    @staticmethod
    def _paint_text(painter: QPainter, rect: QRect, top: int, item: StripItem, palette: QPalette) -> None:
        metrics = painter.fontMetrics()
        line = metrics.height()
        name = QRect(rect.left() + 7, top + 6, rect.width() - 14, line)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        shown = elided_name(item.name, metrics, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, shown)
        font = painter.font()
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.88))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        failed = item.sign == "failed"
        color = palette.color(QPalette.ColorRole.BrightText) if failed else muted_color(palette)
        sign = max(13, round(metrics.ascent()))
        text = metrics.elidedText(item.state, Qt.TextElideMode.ElideRight, name.width() - sign - 4)
        width = sign + 4 + metrics.horizontalAdvance(text)
        left = rect.center().x() - width // 2
        state = QRect(left + sign + 4, name.bottom() + 1, width, metrics.height())
        icon = drawn_icon(item.sign, color, sign, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(left, state.center().y() - sign // 2), icon)
        painter.setPen(color)
        painter.drawText(state, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def cell_size(metrics: QFontMetrics) -> QSize:
    """Room for a thumbnail and two lines of text, the second in smaller letters."""
    line = metrics.height()
    return QSize(max(_CELL.width(), _LINES_WIDE * line), _CELL.height() + round(1.9 * line))

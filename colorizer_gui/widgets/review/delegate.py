"""Draws one photo of the contact sheet: before and after, its name, and what was decided."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from colorizer_gui.widgets.review.item import ReviewItem
from colorizer_gui.widgets.review.model import AFTER_ROLE, BEFORE_ROLE, ITEM_ROLE
from colorizer_gui.widgets.review.words import Decision, decision_text
from colorizer_gui.widgets.style.icons import drawn_icon
from colorizer_gui.widgets.style.theme import canvas_color, line_color, muted_color

_AnyIndex = QModelIndex | QPersistentModelIndex
MARGIN: Final = 5
_PAD: Final = 9
_GAP: Final = 4
_SIGN: Final = 15
_RADIUS: Final = 8
_WORTH_SEEING: Final = frozenset({Decision.ACCEPTED, Decision.SAVED})


def tile_height(width: int, line: int) -> int:
    """Height of a tile: two pictures of 4 : 3 beside each other over two lines of text."""
    return _picture_size(width).height() + 2 * line + 4 * MARGIN + 2 * _PAD


def _picture_size(width: int) -> QSize:
    inner = (width - 2 * MARGIN - 2 * _PAD - _GAP) // 2
    return QSize(inner, round(inner * 0.75))


class ReviewDelegate(QStyledItemDelegate):
    """See the module.

    Attributes
    ----------
    tile
        The size of each tile.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tile = QSize()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        return self.tile

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        item = index.data(ITEM_ROLE)
        palette: QPalette = option.palette
        card: QRect = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_card(painter, card, palette, option.state)
        size = _picture_size(option.rect.width())
        place = QRect(card.topLeft() + QPoint(_PAD, _PAD), size)
        self._paint_picture(painter, place, index.data(BEFORE_ROLE), palette)
        place.translate(size.width() + _GAP, 0)
        after = index.data(AFTER_ROLE)
        if item.decision is Decision.KEPT_GRAY:
            painter.setOpacity(0.35)
        self._paint_picture(painter, place, after, palette)
        painter.setOpacity(1.0)
        self._paint_texts(painter, card, place.bottom() + 5, item, palette)
        painter.restore()

    @staticmethod
    def _paint_card(painter: QPainter, card: QRect, palette: QPalette, state: QStyle.StateFlag) -> None:
        role = QPalette.ColorRole
        selected = bool(state & QStyle.StateFlag.State_Selected)
        current = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(palette.color(role.Accent), 2) if selected else QPen(line_color(palette), 1))
        painter.setBrush(palette.color(role.Button if selected else role.AlternateBase))
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        if current and not selected:
            pen = QPen(palette.color(role.Text), 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(2, 2, -2, -2), _RADIUS - 2, _RADIUS - 2)

    @staticmethod
    def _paint_picture(painter: QPainter, place: QRect, image: QImage | None, palette: QPalette) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(canvas_color(palette))
        painter.drawRoundedRect(place, 4, 4)
        if image is None or image.isNull():
            side = 22
            icon = drawn_icon("drop", line_color(palette), side, painter.device().devicePixelRatioF())
            painter.drawPixmap(place.center() - QPoint(side // 2, side // 2), icon)
            return
        target = QRect(QPoint(0, 0), image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio))
        target.moveCenter(place.center())
        clip = QPainterPath()
        clip.addRoundedRect(place, 4, 4)
        painter.setClipPath(clip)
        painter.drawImage(target, image)
        painter.setClipping(False)

    @staticmethod
    def _paint_texts(painter: QPainter, card: QRect, top: int, item: ReviewItem, palette: QPalette) -> None:
        metrics = painter.fontMetrics()
        left, width = card.left() + _PAD, card.width() - 2 * _PAD
        name = QRect(left, top, width, metrics.height())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        left_middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        middle = Qt.TextElideMode.ElideMiddle
        painter.drawText(name, left_middle, metrics.elidedText(item.name, middle, width))
        role = QPalette.ColorRole
        if item.decision is Decision.FAILED:
            color = palette.color(role.BrightText)
        elif item.decision in _WORTH_SEEING:
            color = palette.color(role.Link)
        else:
            color = muted_color(palette)
        state = QRect(left + _SIGN + 5, name.bottom() + 2, width - _SIGN - 5, metrics.height())
        icon = drawn_icon(item.decision.value, color, _SIGN, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(left, state.center().y() - _SIGN // 2), icon)
        painter.setPen(color)
        words = decision_text(item.decision)
        painter.drawText(state, left_middle, words)
        used = metrics.horizontalAdvance(words) + 10
        beside = item.message if item.decision is Decision.FAILED else item.settings
        rest = state.adjusted(used, 0, 0, 0)
        if beside and rest.width() > 20:
            painter.setPen(muted_color(palette))
            text = metrics.elidedText(beside, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

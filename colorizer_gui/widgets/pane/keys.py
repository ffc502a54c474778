"""What the keys do in a pane: move, zoom, pick."""

from typing import Final

from PySide6.QtCore import Qt

from colorizer_gui.widgets.pane.view_transform import ViewTransform

#: A frame tells where the keys go; who clicked knows.
BY_KEY: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAN_KEYS: Final = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
ZOOM_KEYS: Final = {
    Qt.Key.Key_Plus: ViewTransform.zoom_in,
    Qt.Key.Key_Equal: ViewTransform.zoom_in,
    Qt.Key.Key_Minus: ViewTransform.zoom_out,
    Qt.Key.Key_0: ViewTransform.fit,
    Qt.Key.Key_1: ViewTransform.show_actual_size,
    Qt.Key.Key_2: ViewTransform.show_double_size,
}

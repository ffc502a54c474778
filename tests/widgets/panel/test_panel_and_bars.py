"""The slider, the message bar, the activity bar and the film strip, by hand."""

import pytest
from PySide6.QtCore import QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from colorizer_gui.core.rendering.adjustments import LIMITS, Adjustments
from colorizer_gui.widgets.common import slim_bar
from colorizer_gui.widgets.common.yielding_label import YieldingLabel
from colorizer_gui.widgets.dialogs.error_dialog import ErrorDialog
from colorizer_gui.widgets.film_strip.film_strip import FilmStrip, StripItem
from colorizer_gui.widgets.messages import message_bar as message_bar_module
from colorizer_gui.widgets.messages.activity_bar import ActivityBar
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.widgets.panel.preset_button import PresetButton
from colorizer_gui.widgets.panel.setting_tips import setting_tip


@pytest.fixture
def panel(qtbot: QtBot) -> AdjustPanel:
    panel = AdjustPanel()
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def handle(panel: AdjustPanel, value: int) -> QPoint:
    return QPoint(
        round(panel.rows["saturation"].slider.position_of(value)),
        panel.rows["saturation"].slider.height() // 2,
    )


def test_every_slider_says_what_it_does_to_the_picture(panel: AdjustPanel) -> None:
    for field, row in panel.rows.items():
        assert setting_tip(field), field
        assert setting_tip(field) in row.slider.toolTip()


def test_dragging_asks_for_each_value_and_ends_in_one_gesture(panel: AdjustPanel) -> None:
    asked: list[Adjustments] = []
    ends: list[int] = []
    panel.adjustments_requested.connect(asked.append)
    panel.gesture_ended.connect(lambda: ends.append(1))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(panel.rows["saturation"].slider, left, pos=handle(panel, 100))
    for value in (120, 150, 200, 260):
        QTest.mouseMove(panel.rows["saturation"].slider, handle(panel, value))
    QTest.mouseRelease(panel.rows["saturation"].slider, left, pos=handle(panel, 200))
    assert asked[-1] == Adjustments(2.0)
    assert len(asked) >= 3
    assert len(ends) == 1
    assert panel.rows["saturation"].spin_box.value() == 200


def test_a_double_click_goes_back(panel: AdjustPanel) -> None:
    panel.rows["saturation"].slider.setValue(40)
    asked: list[Adjustments] = []
    panel.adjustments_requested.connect(asked.append)
    QTest.mouseDClick(panel.rows["saturation"].slider, Qt.MouseButton.LeftButton, pos=handle(panel, 40))
    assert asked == [Adjustments(1.0)]
    assert panel.rows["saturation"].slider.value() == 100


def test_keys_and_the_number_work_too(panel: AdjustPanel) -> None:
    asked: list[Adjustments] = []
    panel.adjustments_requested.connect(asked.append)
    panel.rows["saturation"].slider.setFocus()
    QTest.keyClick(panel.rows["saturation"].slider, Qt.Key.Key_Right)
    QTest.keyClick(panel.rows["saturation"].slider, Qt.Key.Key_PageUp)
    panel.rows["saturation"].spin_box.setFocus()
    panel.rows["saturation"].spin_box.selectAll()
    QTest.keyClicks(panel.rows["saturation"].spin_box, "35")
    QTest.keyClick(panel.rows["saturation"].spin_box, Qt.Key.Key_Return)
    assert asked == [Adjustments(1.01), Adjustments(1.11), Adjustments(0.35)]


@pytest.mark.parametrize("field", [name for name in LIMITS if name != "picked_hue"])
def test_each_setting_has_a_row_that_asks_for_it(panel: AdjustPanel, field: str) -> None:
    panel.set_adjustments(Adjustments(picked_hue=20.0))
    asked: list[Adjustments] = []
    panel.adjustments_requested.connect(asked.append)
    slider = panel.rows[field].slider
    slider.setValue(slider.maximum())
    assert asked[-1].to_dict()[field] == LIMITS[field][1]
    QTest.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert asked[-1] == Adjustments(picked_hue=20.0)
    assert slider.accessibleName()


def test_another_slider_is_another_gesture(panel: AdjustPanel) -> None:
    ends: list[int] = []
    panel.gesture_ended.connect(lambda: ends.append(1))
    panel.rows["warmth"].slider.setValue(20)
    panel.rows["warmth"].slider.setValue(21)
    before = len(ends)
    panel.rows["tint"].slider.setValue(20)
    assert len(ends) == before + 1


def test_a_section_opens_by_key(panel: AdjustPanel) -> None:
    section = panel.sections["repair"]
    assert not panel.rows["less_purple"].isVisible()
    section.header.setFocus()
    QTest.keyClick(section.header, Qt.Key.Key_Space)
    assert panel.rows["less_purple"].isVisible()


def test_the_rows_of_one_colour_wait_for_a_pick(panel: AdjustPanel) -> None:
    panel.set_adjustments(Adjustments())
    assert not panel.rows["picked_turn"].isEnabled()
    panel.set_adjustments(Adjustments(picked_hue=200.0))
    assert panel.rows["picked_turn"].isEnabled()
    panel.grab()


def test_presets_are_chosen_saved_and_removed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    button = PresetButton()
    qtbot.addWidget(button)
    chosen: list[Adjustments] = []
    button.preset_requested.connect(chosen.append)
    own = Adjustments(0.3)
    button.show_presets({"Mine & yours": own})
    texts = [action.text() for action in button.menu().actions()]
    button.menu().actions()[texts.index("Mine && yours")].trigger()
    assert chosen == [own]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **_text: (" New ", True))
    with qtbot.waitSignal(button.saving_requested) as saving:
        button.menu().actions()[texts.index("Save as Preset…")].trigger()
    assert saving.args == ["New"]


def test_showing_settings_asks_for_nothing(panel: AdjustPanel) -> None:
    asked: list[Adjustments] = []
    panel.adjustments_requested.connect(asked.append)
    panel.set_adjustments(Adjustments(0.5))
    assert not asked
    assert (panel.rows["saturation"].slider.value(), panel.rows["saturation"].spin_box.value()) == (50, 50)


def test_a_button_is_its_action(panel: AdjustPanel) -> None:
    action = QAction("&Save", panel)
    pressed: list[int] = []
    action.triggered.connect(lambda: pressed.append(1))
    button = panel.add_action_button(action)
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setEnabled(True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1
    assert button.text() == "Save"


def test_an_error_stays_until_it_is_dismissed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_error("A sentence.")
    bar.show_notice("Less important.")
    assert bar.text == "A sentence."
    assert bar.accessibleName() == "A sentence."
    QTest.mouseClick(bar.dismiss_button, Qt.MouseButton.LeftButton)
    assert bar.text == ""


def test_a_notice_leaves_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_bar_module, "NOTICE_MS", 10)
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_notice("Saved.", "Show")
    assert bar.action_button.text() == "Show"
    qtbot.waitUntil(bar.isHidden)


def test_the_button_of_a_notice_tells_which(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    keys: list[str] = []
    bar.action_requested.connect(keys.append)
    for key in ("first", "second"):
        bar.show_notice("Saved.", "Show", key)
        QTest.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
        assert bar.isHidden()
    assert keys == ["first", "second"]


def test_the_activity_can_be_cancelled(qtbot: QtBot) -> None:
    bar = ActivityBar()
    qtbot.addWidget(bar)
    bar.show_activity("Colorizing…", 0, 1)
    assert bar.bar.maximum() == 0
    bar.show_activity("Colorizing…", 2, 5)
    assert (bar.bar.value(), bar.bar.maximum()) == (2, 5)
    with qtbot.waitSignal(bar.cancel_requested):
        QTest.mouseClick(bar.cancel_button, Qt.MouseButton.LeftButton)


def test_a_long_name_leaves_room_for_how_many_there_are(qtbot: QtBot) -> None:
    bar = ActivityBar()
    qtbot.addWidget(bar)
    bar.resize(620, bar.sizeHint().height())
    with qtbot.waitExposed(bar):
        bar.show_activity("Colorizing “a.jpg”…  (2 of 11)", 1, 11)
    assert isinstance(bar.label, YieldingLabel)
    wide = bar.bar.width()
    room = bar.label.width()
    name = "n" * ((room - 20) // bar.fontMetrics().horizontalAdvance("n"))
    bar.show_activity(name, 1, 11)
    QApplication.processEvents()
    assert (bar.label.shown_text, bar.bar.width()) == (name, wide), "it fits"
    bar.show_activity(name + "n" * 8, 1, 11)
    QApplication.processEvents()
    assert bar.label.shown_text == name + "n" * 8
    assert bar.bar.width() < wide, "the bar gives way"
    bar.show_activity(f"Colorizing “{name}.jpg”…  (2 of 11)", 1, 11)
    QApplication.processEvents()
    assert bar.label.shown_text.startswith("Colorizing “nnn")
    assert bar.label.shown_text.endswith("(2 of 11)")
    assert bar.label.geometry().right() < bar.bar.geometry().left()
    assert bar.cancel_button.geometry().right() < bar.width()


def test_the_strip_tells_state_in_words_and_is_walked_with_keys(qtbot: QtBot) -> None:
    strip = FilmStrip()
    qtbot.addWidget(strip)
    strip.resize(500, 140)
    strip.show()
    thumbnail = QImage(20, 10, QImage.Format.Format_Grayscale8)
    for key, sign in enumerate(("done", "failed", "waiting"), start=1):
        strip.photos.insert(
            strip.photos.rowCount(), StripItem(key, f"photo {key}", f"State {key}", sign, thumbnail)
        )
    asked: list[int] = []
    strip.photo_requested.connect(asked.append)
    strip.select(1)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert asked == [1, 2, 3]
    index = strip.photos.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "photo 2: State 2"
    strip.photos.update(StripItem(2, "photo 2", "Better", "done"))
    assert strip.photos.item(1).thumbnail is thumbnail
    strip.grab()
    strip.photos.remove(2)
    assert strip.photos.rowCount() == 2


def test_a_strip_that_had_the_focus_first_marks_the_photo_that_is_shown(qtbot: QtBot) -> None:
    strip = FilmStrip()
    qtbot.addWidget(strip)
    with qtbot.waitExposed(strip):
        strip.show()
    for key in (1, 2):
        strip.photos.insert(strip.photos.rowCount(), StripItem(key, f"photo {key}", "Done", "done"))
    strip.activateWindow()
    qtbot.waitUntil(strip.isActiveWindow)
    strip.clearFocus()
    strip.setFocus()
    strip.select(1)
    assert [index.row() for index in strip.selectedIndexes()] == [0]


def test_details_of_an_error_can_be_copied(qtbot: QtBot, qapp: object) -> None:
    from PySide6.QtGui import QGuiApplication

    dialog = ErrorDialog("/somewhere/tintype.log")
    qtbot.addWidget(dialog)
    dialog.add("first")
    dialog.add("second")
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "first\n\nsecond"


@pytest.mark.parametrize(("wanted", "moves"), [(True, True), (False, False)])
def test_who_wants_less_motion_sees_the_light_stand_still(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wanted: bool, moves: bool
) -> None:
    monkeypatch.setattr(slim_bar, "wants_motion", lambda _widget: wanted)
    bar = slim_bar.SlimBar()
    qtbot.addWidget(bar)
    bar.setRange(0, 0)
    bar.show()
    assert (bar._glide.state() is QVariantAnimation.State.Running) is moves

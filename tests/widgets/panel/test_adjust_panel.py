"""The settings beside the photo: sliders, numbers, sections, presets and buttons, by hand."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from colorizer_gui.core.rendering.adjustments import LIMITS, Adjustments
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

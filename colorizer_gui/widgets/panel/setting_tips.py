"""What each colour setting does to the picture, in a sentence."""

from typing import Final

from PySide6.QtCore import QCoreApplication

#: Under this name, called like this, the tool that gathers texts finds them.
translate: Final = QCoreApplication.translate


def setting_tip(field: str) -> str:
    """The sentence for a field of `Adjustments`; empty for one that is not known here."""
    return {
        "saturation": translate(
            "SettingTips", "Strengthens all colours, or fades them: at 0 % the photo is black-and-white"
        ),
        "vividness": translate(
            "SettingTips",
            "How lively colours are of which the program is not sure: muted to the left, strong to the right",
        ),
        "warmth": translate("SettingTips", "Shifts all colours towards blue, or towards golden yellow"),
        "tint": translate("SettingTips", "Shifts all colours towards green, or towards magenta"),
        "shadows": translate("SettingTips", "Takes colour out of the dark parts of the photo, or adds some"),
        "highlights": translate(
            "SettingTips", "Takes colour out of the bright parts of the photo, or adds some"
        ),
        "less_purple": translate("SettingTips", "Takes away purple patches that were guessed wrongly"),
        "less_orange": translate("SettingTips", "Makes skin that came out too orange calmer"),
        "less_green": translate("SettingTips", "Takes away green on things that should not be green"),
        "edge_cleanup": translate("SettingTips", "Removes colour that has run over the edges of things"),
        "colour_noise": translate(
            "SettingTips", "Smooths coloured specks away; brightness and the edges of things stay as they are"
        ),
        "picked_turn": translate(
            "SettingTips", "Turns the colour that you picked into another one, everywhere"
        ),
        "picked_saturation": translate(
            "SettingTips", "Strengthens the colour that you picked, or fades it, everywhere"
        ),
    }.get(field, "")

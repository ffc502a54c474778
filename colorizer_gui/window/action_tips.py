"""What each action does to the picture, in a sentence for tool tips and "What's this?"."""

from typing import Final

from PySide6.QtCore import QCoreApplication

#: Under this name, called like this, the tool that gathers texts finds them.
translate: Final = QCoreApplication.translate


def action_tips() -> dict[str, str]:
    """Sentences by the name of the action in `WindowActions`."""
    return _of_files() | _of_colour() | _of_points() | _of_view() | _of_others()


def _of_files() -> dict[str, str]:
    return {
        "open": translate("ActionTips", "Choose photos to colorize; they are only read"),
        "open_folder": translate("ActionTips", "Open all photos of a folder side by side in the film strip"),
        "paste": translate("ActionTips", "Colorize the picture that was copied in another program"),
        "save": translate(
            "ActionTips", "Write the colorized photo as a new file; the original stays as it is"
        ),
        "save_as": translate(
            "ActionTips", "Write the colorized photo under a name, in a format and a quality that you choose"
        ),
        "export_layer": translate(
            "ActionTips", "Write only the colour, as a transparent picture to lay over the photo elsewhere"
        ),
        "export_planes": translate(
            "ActionTips", "Write lightness and colour as separate planes of numbers, for science"
        ),
        "copy": translate("ActionTips", "Put the colorized photo into the clipboard, for another program"),
        "close_photo": translate("ActionTips", "Take this photo out of the window; its file is not touched"),
        "reopen": translate("ActionTips", "Bring back the photo that was closed last, with its work"),
        "quit": translate("ActionTips", "Close Tintype"),
    }


def _of_colour() -> dict[str, str]:
    return {
        "undo": translate("ActionTips", "Take back the last change to this photo's colour"),
        "redo": translate("ActionTips", "Make the change again that was taken back"),
        "reset": translate(
            "ActionTips", "Set all sliders of this photo back; its points, areas and protected places stay"
        ),
        "copy_settings": translate("ActionTips", "Remember the sliders of this photo, for other photos"),
        "paste_settings": translate(
            "ActionTips", "Set this photo's sliders as they were copied from another"
        ),
        "turn_left": translate(
            "ActionTips", "Turn this photo by a quarter to the left; it is colorized anew"
        ),
        "turn_right": translate(
            "ActionTips", "Turn this photo by a quarter to the right; it is colorized anew"
        ),
        "flip": translate("ActionTips", "Change left and right of this photo round, for mirrored scans"),
        "flip_vertically": translate("ActionTips", "Change top and bottom of this photo round"),
        "crop": translate(
            "ActionTips", "Level this photo, and keep a part of it; the file itself stays as it is"
        ),
        "split_scan": translate(
            "ActionTips", "Make a photo of each of several photos on one scan; the file stays as it is"
        ),
        "negative": translate(
            "ActionTips", "Turn dark into light before the photo is colorized, for scanned negatives"
        ),
        "colour_mount": translate(
            "ActionTips", "Give colour also to the plain border around the photo, which stays gray otherwise"
        ),
        "candidates": translate(
            "ActionTips", "Show other colours that this photo may have had, to choose from"
        ),
        "candidates_large": translate(
            "ActionTips", "Show the other colours large, beside one another, and take one of them"
        ),
        "colorize_again": translate("ActionTips", "Let this photo's colour be guessed once more"),
        "stop": translate("ActionTips", "Stop colorizing; what is done already stays"),
        "compare_models": translate(
            "ActionTips", "See how each of your models colorizes this photo, and take one of the results"
        ),
    }


def _of_points() -> dict[str, str]:
    return {
        "points": translate(
            "ActionTips", "Say the right colour of a place: click there, and things like it follow"
        ),
        "remove_points": translate("ActionTips", "Let the colour be guessed again without any colour points"),
        "reference": translate("ActionTips", "Choose a photo in colour that this one is to look like"),
        "region": translate(
            "ActionTips", "Click an object, for example a dress: the sliders then change only that"
        ),
        "protect": translate(
            "ActionTips",
            "Click or paint over what is to stay as it is, or gray, whatever sliders and points do",
        ),
    }


def _of_view() -> dict[str, str]:
    return {
        "fit": translate("ActionTips", "Show the whole photo"),
        "actual_size": translate("ActionTips", "Show each pixel of the photo as one pixel of the screen"),
        "double_size": translate("ActionTips", "Show each pixel of the photo twice as wide and as high"),
        "fill": translate("ActionTips", "Show the photo so large that no canvas is left around it"),
        "zoom_in": translate("ActionTips", "Show the photo larger"),
        "zoom_out": translate("ActionTips", "Show the photo smaller"),
        "original": translate("ActionTips", "Show the photo without colour, in the same place, to compare"),
        "split": translate(
            "ActionTips", "Show before and after in one picture, with a line that you can move"
        ),
        "colour_alone": translate("ActionTips", "Show the colour without the photo's light and dark"),
        "confidence": translate("ActionTips", "Stripe the places where the colour is uncertain"),
        "previous": translate("ActionTips", "Show the photo to the left in the film strip"),
        "next": translate("ActionTips", "Show the photo to the right in the film strip"),
    }


def _of_others() -> dict[str, str]:
    return {
        "batch": translate(
            "ActionTips", "Colorize and save many photos by themselves, whole folders as well"
        ),
        "full_screen": translate("ActionTips", "Give the window the whole screen, or take it back"),
        "preferences": translate(
            "ActionTips", "Set how photos are saved, what they say, and how Tintype looks"
        ),
        "models": translate(
            "ActionTips", "See and choose what guesses the colours, or add a model of your own"
        ),
        "shortcuts": translate("ActionTips", "List what each key does"),
        "guide": translate("ActionTips", "Read on one page, with pictures, how photos get their colour"),
        "show_log": translate("ActionTips", "Read what Tintype has done and which errors it has met"),
        "report": translate("ActionTips", "Get a text about this computer and errors; nothing is sent"),
        "about": translate("ActionTips", "Show the version and the licences"),
    }

"""Areas of the photo that is shown: regions with settings of their own, and what is protected."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.photo.adjusting import AdjustingController
from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.rendering.adjustments import (
    Areas,
    Keep,
    Look,
    Protection,
    Region,
    areas_of,
    with_areas,
)
from colorizer_gui.core.rendering.touches import Touch


class AreasController(QObject):
    """Makes each gesture an undoable change of the photo that is shown.

    Signals
    -------
    areas_changed()
        The photo that is shown, or its areas, are other ones.
    """

    areas_changed = Signal()

    def __init__(
        self, session: Session, adjusting: AdjustingController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._adjusting = adjusting
        self._last = Areas()
        session.current_changed.connect(self._on_changed)
        session.adjustments_changed.connect(self._on_changed)

    @property
    def areas(self) -> Areas:
        """Those of the photo that is shown."""
        entry = self._session.current
        return Areas() if entry is None else areas_of(entry.adjustments)

    def add_region(self, touch: Touch) -> int:
        """Begin another region, on top of those that there are; the answer is its place."""
        areas = self.areas
        number = 1 + len(areas.regions)
        names = {region.name for region in areas.regions}
        while (name := self.tr("Area {0}").format(number)) in names:
            number += 1
        regions = (*areas.regions, Region(name, (touch,)))
        self._change(self.tr("New Area"), replace(areas, regions=regions))
        self._adjusting.set_target(len(regions) - 1)
        return len(regions) - 1

    def touch_region(self, index: int, touch: Touch) -> None:
        """Add to a region, or take away from it."""
        text = self.tr("Take Away from Area") if touch.erases else self.tr("Add to Area")
        self._change_one(text, index, lambda region: replace(region, touches=(*region.touches, touch)))

    def set_reach(self, index: int, reach: float) -> None:
        """Let the object that was marked last mean more or less; goes on with the gesture."""
        regions = list(self.areas.regions)
        if (touches := _reaching(regions[index].touches, reach)) is not None:
            regions[index] = replace(regions[index], touches=touches)
            self._change(self.tr("Reach of Area"), replace(self.areas, regions=tuple(regions)), goes_on=True)

    def set_protected_reach(self, reach: float) -> None:
        """Let the object that was protected last mean more or less; goes on with the gesture."""
        protections = list(self.areas.protections)
        if protections and (touches := _reaching(protections[-1].touches, reach)) is not None:
            protections[-1] = replace(protections[-1], touches=touches)
            areas = replace(self.areas, protections=tuple(protections))
            self._change(self.tr("Reach of Protection"), areas, goes_on=True)

    def rename(self, index: int, name: str) -> None:
        """Give a region another name."""
        self._change_one(self.tr("Rename Area"), index, lambda region: replace(region, name=name))

    def set_on(self, index: int, on: bool) -> None:
        """Apply the settings of a region, or leave them for later."""
        self._change_one(self.tr("Area On or Off"), index, lambda region: replace(region, is_on=on))

    def move(self, index: int, steps: int) -> int:
        """Move a region up (+) or down among the others; the answer is its place."""
        regions = list(self.areas.regions)
        place = min(max(index + steps, 0), len(regions) - 1)
        if place != index:
            regions.insert(place, regions.pop(index))
            self._change(self.tr("Order of Areas"), replace(self.areas, regions=tuple(regions)))
            self._adjusting.set_target(place)
        return place

    def remove_region(self, index: int) -> None:
        """Take a region and its settings away."""
        regions = self.areas.regions
        self._adjusting.set_target(None)
        self._change(
            self.tr("Remove Area"), replace(self.areas, regions=regions[:index] + regions[index + 1 :])
        )

    def protect(self, touch: Touch, keep: Keep) -> None:
        """Protect a place as it is now, or gray; what erases takes protection of either kind away."""
        entry, areas = self._session.current, self.areas
        if entry is None:
            return
        if touch.erases:
            erased = (replace(each, touches=(*each.touches, touch)) for each in areas.protections)
            self._change(self.tr("Erase Protection"), replace(areas, protections=tuple(erased)))
            return
        look = None
        if keep is Keep.AS_IT_IS:
            now = with_areas(entry.adjustments, Areas(areas.regions))
            look = Look(now, entry.guidance, entry.candidate)
        protections = list(areas.protections)
        last = protections[-1] if protections else None
        if last is not None and (last.keep, last.look) == (keep, look):
            protections[-1] = replace(last, touches=(*last.touches, touch))
        else:
            protections.append(Protection(keep, (touch,), look))
        self._change(self.tr("Protect"), replace(areas, protections=tuple(protections)))

    @Slot()
    def remove_protections(self) -> None:
        """Protect nothing any more."""
        self._change(self.tr("Protect Nothing"), replace(self.areas, protections=()))

    def _change_one(self, text: str, index: int, change: Callable[[Region], Region]) -> None:
        regions = list(self.areas.regions)
        regions[index] = change(regions[index])
        self._change(text, replace(self.areas, regions=tuple(regions)))

    def _change(self, text: str, areas: Areas, *, goes_on: bool = False) -> None:
        entry = self._session.current
        if entry is None:
            return
        if not goes_on:
            self._adjusting.end_gesture()
        self._adjusting.request(with_areas(entry.adjustments, areas), text)
        if not goes_on:
            self._adjusting.end_gesture()

    @Slot(object)
    def _on_changed(self, entry: Entry | None) -> None:
        if entry is self._session.current and self.areas != self._last:
            self._last = self.areas
            self.areas_changed.emit()


def _reaching(touches: tuple[Touch, ...], reach: float) -> tuple[Touch, ...] | None:
    """Gestures of which the last that means an object reaches so far; None where none means one."""
    for number in range(len(touches) - 1, -1, -1):
        if touches[number].is_object:
            return (*touches[:number], replace(touches[number], reach=reach), *touches[number + 1 :])
    return None

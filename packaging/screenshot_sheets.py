"""Sheets of screenshots: for each state all of its looks beside each other."""

from collections import defaultdict
from pathlib import Path

from PIL import Image, ImageDraw

#: Between the look and the state in the name of a picture.
MARK = "--"
#: Of a picture on a sheet.
WIDTH = 960
ACROSS = 2
_TITLE = 20


def make_sheets(folder: Path) -> list[Path]:
    """Write `sheets/STATE.png` for each state of which there are pictures in a folder."""
    by_state: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.glob(f"*{MARK}*.png")):
        by_state[path.stem.split(MARK, 1)[1]].append(path)
    (folder / "sheets").mkdir(exist_ok=True)
    return [_make(folder / "sheets" / f"{state}.png", paths) for state, paths in by_state.items()]


def _make(target: Path, paths: list[Path]) -> Path:
    pictures = []
    for path in paths:
        with Image.open(path) as file:
            picture = file.convert("RGB")
        picture.thumbnail((WIDTH, WIDTH))
        pictures.append((path.stem.split(MARK)[0], picture))
    rows = [pictures[start : start + ACROSS] for start in range(0, len(pictures), ACROSS)]
    heights = [max(picture.height for _, picture in row) + _TITLE for row in rows]
    sheet = Image.new("RGB", (ACROSS * WIDTH, sum(heights)), "#808080")
    draw, top = ImageDraw.Draw(sheet), 0
    for row, height in zip(rows, heights, strict=True):
        for column, (look, picture) in enumerate(row):
            draw.text((column * WIDTH + 6, top + 4), look, fill="white")
            sheet.paste(picture, (column * WIDTH, top + _TITLE))
        top += height
    sheet.save(target)
    return target

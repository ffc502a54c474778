"""A point means the object that it lies on, up to its edge; less or more of it where the user says so."""

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.scene import Scene
from colorizer_gui.core.guidance.selection import Selection, is_beside, select
from colorizer_gui.core.prediction.prediction import Prediction

HEIGHT, WIDTH = 48, 64
#: Two legs beside each other, and far away something like them.
LEFT, RIGHT, FAR = np.s_[10:40, 8:14], np.s_[10:40, 16:22], np.s_[10:40, 54:60]


def legs(*, with_features: bool = True) -> Scene:
    rng = np.random.default_rng(1)
    lightness = np.full((HEIGHT * 4, WIDTH * 4), 70, dtype=np.float32)
    kinds = np.zeros((HEIGHT, WIDTH), dtype=int)
    for part in (LEFT, RIGHT, FAR):
        kinds[part] = 1
    lightness[np.kron(kinds, np.ones((4, 4))) == 1] = 30
    lightness += rng.normal(0, 1, lightness.shape).astype(np.float32)
    prediction = Prediction(np.zeros((HEIGHT, WIDTH, 2), dtype=np.float32), None)
    if not with_features:
        return Scene.of(lightness, prediction)
    of_kinds = rng.normal(0, 1, (2, 96)).astype(np.float16)
    patches = kinds[1::2, 1::2]
    features = of_kinds[patches] + rng.normal(0, 0.2, (*patches.shape, 96)).astype(np.float16)
    return Scene.of(lightness, Prediction(prediction.ab, None, features=features.astype(np.float16)))


def shares(selection: Selection) -> tuple[float, float, float, float]:
    """Mean weights of the left leg, the right one, the far one, and all the rest."""
    rest = np.ones((HEIGHT, WIDTH), dtype=bool)
    for part in (LEFT, RIGHT, FAR):
        rest[part] = False
    weight = selection.weight
    left, right, far = (float(weight[part].mean()) for part in (LEFT, RIGHT, FAR))
    return left, right, far, float(weight[rest].mean())


def test_an_object_is_meant_with_its_parts_that_lie_near_and_nothing_else() -> None:
    left, right, far, rest = shares(select(legs(), [(25, 10)], 0.0))
    assert left > 0.85
    assert right > 0.85
    assert far == 0
    assert rest < 0.06


def test_reach_goes_from_the_spot_to_everything_alike() -> None:
    scene = legs()
    spot, part, whole, alike = (select(scene, [(25, 10)], reach) for reach in (-1.0, -0.5, 0.0, 1.0))
    assert spot.weight[25, 10] == 1
    assert 0 < shares(spot)[0] < 0.4
    assert shares(spot)[1] == pytest.approx(0, abs=1e-3)
    assert (part.weight <= whole.weight + 1e-6).all()
    assert shares(alike)[2] > 0.85
    assert shares(alike)[3] < 0.15


def test_a_stroke_means_all_that_it_goes_over() -> None:
    scene = legs()
    selection = select(scene, [(25, 10), (25, 40)], 0.0)
    assert selection.weight[25, 10] == selection.weight[25, 40] == 1
    assert selection.distance[25, 10] == selection.distance[25, 40] == 0
    assert (selection.distance >= 0).all()
    assert shares(selection)[3] > 0.5


def test_gray_values_alone_find_what_is_nearby() -> None:
    left, right, far, rest = shares(select(legs(with_features=False), [(25, 10)], 0.0))
    assert left > 0.6
    assert right > 0.3
    assert far < 0.01
    assert rest < 0.06


def test_patches_that_lie_across_an_edge_follow_the_lightness() -> None:
    def step(edge: int) -> FloatArray:
        plane = np.full((32, 32), 20, dtype=np.float32)
        plane[:, edge:] = 80
        return plane

    features = np.zeros((8, 8, 8), dtype=np.float16)
    features[:, :4, 0], features[:, 4:, 1] = 1, 1
    prediction = Prediction(np.zeros((32, 32, 2), dtype=np.float32), None, features=features)
    likeness = Scene.of(step(18), prediction).likeness([(16, 4)])
    assert (likeness[:, :17] > 0.5).all()
    assert (likeness[:, 19:] < 0).all()


@pytest.mark.parametrize("shape", [(1, 1), (2, 9), (40, 3)])
def test_photos_of_a_few_cells_have_a_selection(shape: tuple[int, int]) -> None:
    lightness = np.full(shape, 50, dtype=np.float32)
    for features in (None, np.ones((*shape, 4), dtype=np.float16)):
        prediction = Prediction(np.zeros((*shape, 2), dtype=np.float32), None, features=features)
        selection = select(Scene.of(lightness, prediction), [(0, 0)], 0.5)
        assert selection.weight.shape == shape
        assert selection.weight[0, 0] == 1
        assert np.isfinite(selection.distance).all()


def of_directions(directions: FloatArray) -> Scene:
    lightness = np.full(directions.shape[:2], 50, dtype=np.float32)
    unit = directions / np.linalg.norm(directions, axis=-1, keepdims=True)
    return Scene(lightness, np.zeros((*lightness.shape, 2), np.float32), unit.astype(np.float32), False)


def test_what_is_nearer_to_another_kind_of_thing_is_less_alike() -> None:
    thing, other, nothing = np.eye(3, dtype=np.float32)
    directions = np.tile(thing, (30, 40, 1))
    directions[:, 20:] = other
    directions[3:6, 6:9] = 0.6 * thing + 0.8 * other
    directions[3:6, 12:15] = 0.6 * thing + 0.8 * nothing
    likeness = of_directions(directions).likeness([(20, 8)])
    assert likeness[20, 8] == pytest.approx(1, abs=0.01)
    assert likeness[4, 13] == pytest.approx(0.6, abs=0.02)
    assert likeness[4, 7] < 0.45
    np.testing.assert_array_equal(likeness, of_directions(directions).likeness([(20, 8)]))


@pytest.mark.parametrize("shape", [(1, 1), (2, 5), (30, 40)])
def test_a_photo_of_one_kind_is_alike_all_over(shape: tuple[int, int]) -> None:
    scene = of_directions(np.ones((*shape, 4), dtype=np.float32))
    np.testing.assert_allclose(scene.likeness([(0, 0)]), 1, atol=1e-5)


def test_what_completes_a_selection_ends_at_the_next_edge() -> None:
    """Two alike halves with a dark line between them: one thing to a first point, and not to a second one."""
    directions = np.tile(np.eye(4, dtype=np.float32)[0], (40, 60, 1))
    directions[:5] = directions[35:] = np.eye(4, dtype=np.float32)[1]
    scene = of_directions(directions)
    scene.lightness[5:35, 30] = 10
    whole = select(scene, [(20, 8)], 0.0)
    part = select(scene, [(20, 8)], 0.0, completes=True)
    assert whole.weight[10:30, 34:56].mean() > 0.9
    assert part.weight[10:30, 34:56].mean() < 0.1
    assert part.weight[10:30, 4:26].mean() > 0.9


def test_a_place_is_beside_what_is_selected_in_it_or_near_it() -> None:
    weight = np.zeros((40, 60), dtype=np.float32)
    weight[10:20, 10:20] = 0.8
    selection = Selection(weight, weight, weight)
    assert not is_beside([(15, 15)], [])
    assert is_beside([(15, 15)], [selection])
    assert is_beside([(15, 22)], [selection])
    assert is_beside([(39, 59), (15, 22)], [selection])
    assert not is_beside([(15, 40)], [selection])


def unlike_in_light(*, edge: bool) -> Scene:
    """A head: its upper part rather alike and darker, beyond an edge or in a shade that grows."""
    directions = np.zeros((40, 60, 3), dtype=np.float32)
    directions[...] = 0, 0, 1
    directions[4:36, 20:40] = 0.72, 0.69, 0
    directions[18:36, 20:40] = 1, 0, 0
    scene = of_directions(directions)
    scene.lightness[...] = 90
    scene.lightness[4:36, 20:40] = 65
    dark = np.full(14, 12) if edge else np.linspace(12, 65, 14)
    scene.lightness[4:18, 20:40] = dark[:, None]
    return scene


def test_what_has_another_light_beyond_an_edge_is_another_thing() -> None:
    hair, shade = np.s_[6:16, 22:38], np.s_[14:17, 22:38]
    face = np.s_[20:34, 22:38]
    beyond, within = (select(unlike_in_light(edge=edge), [(26, 30)], 0.0).weight for edge in (True, False))
    assert beyond[face].mean() > 0.95
    assert within[face].mean() > 0.95
    assert beyond[hair].mean() < 0.05
    assert within[shade].mean() > 0.9, "which only lies in the shade"


def test_light_and_chroma_of_a_part_are_usual_where_it_has_them() -> None:
    scene = unlike_in_light(edge=True)
    core = np.zeros(scene.lightness.shape, dtype=np.float32)
    core[20:30, 22:38] = 1
    usual = scene.usual(core)
    assert usual[4:18, 20:40].max() < 0.01
    assert usual[18:36, 20:40].min() == 1
    scene.ab[30:36, 20:40] = 60, 0
    assert Scene(scene.lightness, scene.ab, scene.traits, by_distance=False).usual(core)[31, 30] < 0.01

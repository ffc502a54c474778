"""A recipe: every knob of a training, read strictly from TOML.

An unknown key, or a value of the wrong type or out of range, is an error before any work begins. What
a recipe leaves out has the values below.
"""

import math
import tomllib
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.model.input_format import input_format
from colorizer_gui.core.model.network_config import CLASSIFICATION, NetworkConfig
from model_training.recipe.values import RecipeError, build, plain, require

RECIPES_FOLDER = resource("recipes")


class Model(StrEnum):
    """What is trained."""

    FUSION = "fusion"
    CLASSIFICATION_CNN = "classification_cnn"
    SIMPLE_CNN = "simple_cnn"


class Split(StrEnum):
    """How photos for validation are chosen: spread evenly over the rows, or shuffled by the seed.

    The second equals scikit-learn's `train_test_split` with that seed, as the first experiment did it.
    """

    SPREAD = "spread"
    SHUFFLED = "shuffled"


class Schedule(StrEnum):
    """The learning rate after the warm-up."""

    COSINE = "cosine"
    CONSTANT = "constant"
    TRAPEZOID = "trapezoid"


class TrainFrom(StrEnum):
    """The shallowest part of the network that learns; everything before it is frozen.

    A vision transformer has no strides: there, its last four, its last eight, or all of its blocks learn.
    """

    DECODER = "decoder"
    STRIDE16 = "stride16"
    STRIDE8 = "stride8"
    STRIDE4 = "stride4"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class DataRecipe:
    """How arrays become batches.

    Attributes
    ----------
    photos
        Use only so many photos, spread evenly over the rows; 0 means all.
    keep_last_batch
        Whether an epoch ends with a smaller batch, or leaves the rest out.
    category_weights
        How often photos of a category are drawn, relative to those that are not named, which weigh 1.
    old_photo_augmentation
        The share of photos whose input is made to look old.
    film_response
        The share of those whose gray is that of a film with other sensitivities than the eye.
    token_dropout
        Of a network of tokens: the share of what the encoder saw that is withheld at each step.
    """

    photos: int = 0
    category_weights: dict[str, float] = field(default_factory=dict)
    side: int = 224
    mirror: bool = True
    min_crop: float = 1.0
    old_photo_augmentation: float = 0.0
    film_response: float = 0.0
    token_dropout: float = 0.0
    hinted: float = 0.0
    validation_photos: int = 400
    validation_split: Split = Split.SPREAD
    keep_last_batch: bool = False
    loader_workers: int = 1


@dataclass(frozen=True, slots=True)
class LossRecipe:
    """Cross-entropy with soft targets, class rebalancing, and an optional Huber term.

    Attributes
    ----------
    pixels
        The share of the output's pixels, drawn anew at each step, that are computed and learnt from.
    """

    rebalancing: float = 0.8
    huber: float = 0.0
    huber_delta: float = 10.0
    huber_temperature: float = 1.0
    pixels: float = 1.0


@dataclass(frozen=True, slots=True)
class OptimizerRecipe:
    """AdamW (without weight decay, it is Adam) with a linear warm-up.

    Attributes
    ----------
    schedule
        A cosine to zero; a rate that stays; or a trapezoid, which stays and falls to zero at the end.
    decay_steps
        Of the trapezoid, in which it falls; 0 means a fifth of all steps.
    clip_norm
        Of the gradient; infinity never clips.
    ema_decay
        Of the averaged weights; 0 makes them the present ones.
    """

    steps: int = 10_000
    batch: int = 32
    learning_rate: float = 1e-3
    encoder_learning_rate: float = 1e-4
    schedule: Schedule = Schedule.COSINE
    decay_steps: int = 0
    beta2: float = 0.99
    weight_decay: float = 0.01
    warmup_steps: int = 300
    clip_norm: float = 1.0
    ema_decay: float = 0.999


@dataclass(frozen=True, slots=True)
class Recipe:
    """One training run.

    Attributes
    ----------
    keep_network
        Whether the network is that of the weights that the training begins with.
    """

    name: str = "fusion"
    model: Model = Model.FUSION
    keep_network: bool = False
    seed: int = 42
    train_from: TrainFrom = TrainFrom.DECODER
    temperature: float = 0.38
    validate_every: int = 1000
    checkpoint_minutes: float = 10.0
    network: NetworkConfig = field(default_factory=NetworkConfig)
    data: DataRecipe = field(default_factory=DataRecipe)
    loss: LossRecipe = field(default_factory=LossRecipe)
    optimizer: OptimizerRecipe = field(default_factory=OptimizerRecipe)

    def __post_init__(self) -> None:
        require(self.seed >= 0, "seed must not be negative")
        require(self.validate_every > 0, "validate_every must be positive")
        require(0 <= self.checkpoint_minutes < math.inf, "checkpoint_minutes must not be negative")
        require(self.optimizer.steps > 0, "optimizer.steps must be positive")
        require(self.optimizer.batch > 0, "optimizer.batch must be positive")
        require(self.optimizer.warmup_steps >= 0, "optimizer.warmup_steps must not be negative")
        require(
            0 <= self.optimizer.decay_steps <= self.optimizer.steps,
            "optimizer.decay_steps must be 0 to optimizer.steps",
        )
        require(self.optimizer.clip_norm > 0, "optimizer.clip_norm must be positive")
        require(0 <= self.optimizer.beta2 < 1, "optimizer.beta2 must be in [0, 1)")
        for name in ("learning_rate", "encoder_learning_rate"):
            value = getattr(self.optimizer, name)
            require(0 < value < math.inf, f"optimizer.{name} must be positive")
        require(0 <= self.optimizer.weight_decay < math.inf, "optimizer.weight_decay must not be negative")
        require(0 <= self.optimizer.ema_decay < 1, "optimizer.ema_decay must be in [0, 1)")
        stride = input_format(self.network.architecture).stride
        require(
            self.data.side % stride == 0 and stride <= self.data.side <= 224,
            f"data.side must be a multiple of {stride}, at most 224",
        )
        require(0 <= self.data.token_dropout < 1, "data.token_dropout must be in [0, 1)")
        require(0 < self.data.min_crop <= 1, "data.min_crop must be in (0, 1]")
        require(0 <= self.data.hinted <= 1, "data.hinted must be in [0, 1]")
        require(0 <= self.data.old_photo_augmentation <= 1, "data.old_photo_augmentation must be in [0, 1]")
        require(0 <= self.data.film_response <= 1, "data.film_response must be in [0, 1]")
        require(self.data.validation_photos > 0, "data.validation_photos must be positive")
        require(self.data.loader_workers >= 0, "data.loader_workers must not be negative")
        require(0 < self.loss.rebalancing <= 1, "loss.rebalancing must be in (0, 1]")
        require(0 <= self.loss.huber < math.inf, "loss.huber must not be negative")
        require(0 < self.loss.huber_delta < math.inf, "loss.huber_delta must be positive")
        require(0 < self.loss.huber_temperature < math.inf, "loss.huber_temperature must be positive")
        require(0 < self.loss.pixels <= 1, "loss.pixels must be in (0, 1]")
        require(0 < self.temperature < math.inf, "temperature must be positive")
        weights = self.data.category_weights.values()
        require(
            all(0 <= weight < math.inf for weight in weights), "data.category_weights must not be negative"
        )
        require(self.data.photos >= 0, "data.photos must not be negative")
        from_scratch = self.model is not Model.FUSION
        require(not from_scratch or self.train_from is TrainFrom.ALL, 'this model needs train_from = "all"')
        require(not from_scratch or not self.data.hinted, "this model takes no hints; data.hinted must be 0")
        fits = (self.network.architecture == CLASSIFICATION) is (self.model is Model.CLASSIFICATION_CNN)
        require(fits, f"network.architecture does not belong to the model {self.model}")
        bins = len(AbBins.derive(self.network.color_space))
        require(
            self.network.bins == bins, f"network.bins must be {bins} in the space {self.network.color_space}"
        )

    @property
    def uses_feature_cache(self) -> bool:
        """Whether the encoder's features are the same each time a photo is seen."""
        fixed_input = (
            self.data.min_crop == 1 and self.data.old_photo_augmentation == 0 and self.data.side == 224
        )
        return self.train_from is TrainFrom.DECODER and fixed_input and self.network.output_stride == 8

    @property
    def output_stride(self) -> int:
        """Pixels of the input for one of the output, in each direction."""
        return 1 if self.model is Model.SIMPLE_CNN else self.network.output_stride

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        values: dict[str, Any] = plain(asdict(self))
        values["network"] = self.network.to_dict()
        return values

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "Recipe":
        """Build from plain values.

        Raises
        ------
        RecipeError
            For an unknown key or a value of the wrong type or range.
        """
        network = values.get("network", {})
        if values.get("model") == Model.CLASSIFICATION_CNN and isinstance(network, dict):
            values = values | {"network": {"architecture": CLASSIFICATION} | network}
        return build(cls, values, "")

    @classmethod
    def load(cls, name_or_file: str) -> "Recipe":
        """Read a recipe from a file, or from `resources/recipes` by name.

        Raises
        ------
        RecipeError
            When there is no such recipe, or it is not valid.
        """
        path = Path(name_or_file)
        if path.suffix != ".toml":
            path = RECIPES_FOLDER / f"{name_or_file}.toml"
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as exc:
            known = ", ".join(sorted(file.stem for file in RECIPES_FOLDER.glob("*.toml")))
            raise RecipeError(f"There is no recipe {name_or_file}; the recipes here are: {known}.") from exc
        except (OSError, ValueError) as exc:
            raise RecipeError(f"The recipe {path} cannot be read: {exc}.") from exc
        return cls.from_dict(values)

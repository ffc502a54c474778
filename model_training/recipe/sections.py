"""The sections of a recipe and the words that their knobs know."""

import math
from dataclasses import dataclass, field
from enum import StrEnum

from model_training.recipe.values import require


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
    first_side, growing
        The side that the first steps look at, which grows to `side` in this share of all steps; 0 looks at
        `side` from the beginning.
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
    first_side: int = 0
    growing: float = 0.5
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

    def __post_init__(self) -> None:
        require(self.photos >= 0, "data.photos must not be negative")
        require(0 <= self.first_side <= self.side, "data.first_side must be 0 to data.side")
        require(0 < self.growing <= 1, "data.growing must be in (0, 1]")
        require(
            all(0 <= weight < math.inf for weight in self.category_weights.values()),
            "data.category_weights must not be negative",
        )
        require(0 < self.min_crop <= 1, "data.min_crop must be in (0, 1]")
        for name in ("old_photo_augmentation", "film_response", "hinted"):
            require(0 <= getattr(self, name) <= 1, f"data.{name} must be in [0, 1]")
        require(0 <= self.token_dropout < 1, "data.token_dropout must be in [0, 1)")
        require(self.validation_photos > 0, "data.validation_photos must be positive")
        require(self.loader_workers >= 0, "data.loader_workers must not be negative")


@dataclass(frozen=True, slots=True)
class LossRecipe:
    """Cross-entropy with soft targets, class rebalancing, and an optional Huber term.

    Attributes
    ----------
    adjusted
        Whether the class weights are taken off the logits in the place of weighing the loss (logit
        adjustment, Menon et al. 2021): the same is learnt, with less noise.
    pixels
        The share of the output's pixels, drawn anew at each step, that are computed and learnt from.
    rarity_at_export
        To this power of one over how common a bin is, exported weights raise it, as if the loss had been
        weighed so; the file says it, and the user's vividness takes it back.
    """

    rebalancing: float = 0.8
    adjusted: bool = False
    huber: float = 0.0
    huber_delta: float = 10.0
    huber_temperature: float = 1.0
    pixels: float = 1.0
    rarity_at_export: float = 0.0

    def __post_init__(self) -> None:
        require(0 < self.rebalancing <= 1, "loss.rebalancing must be in (0, 1]")
        require(0 <= self.huber < math.inf, "loss.huber must not be negative")
        require(0 < self.huber_delta < math.inf, "loss.huber_delta must be positive")
        require(0 < self.huber_temperature < math.inf, "loss.huber_temperature must be positive")
        require(0 <= self.rarity_at_export <= 1, "loss.rarity_at_export must be in [0, 1]")
        require(0 < self.pixels <= 1, "loss.pixels must be in (0, 1]")


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
    accumulate
        Parts that a batch is computed in, one after the other, where it is too large for the memory.
    passes
        The most passes over the photos that few of them warrant; 0 sets no bound.
    layer_decay
        Of a vision transformer that learns: each block learns so much slower than the one after it.
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
    accumulate: int = 1
    passes: float = 0.0
    layer_decay: float = 1.0

    def __post_init__(self) -> None:
        require(self.steps > 0, "optimizer.steps must be positive")
        require(self.batch > 0, "optimizer.batch must be positive")
        require(self.warmup_steps >= 0, "optimizer.warmup_steps must not be negative")
        require(0 <= self.decay_steps <= self.steps, "optimizer.decay_steps must be 0 to optimizer.steps")
        require(self.clip_norm > 0, "optimizer.clip_norm must be positive")
        require(0 <= self.beta2 < 1, "optimizer.beta2 must be in [0, 1)")
        for name in ("learning_rate", "encoder_learning_rate"):
            require(0 < getattr(self, name) < math.inf, f"optimizer.{name} must be positive")
        require(0 <= self.weight_decay < math.inf, "optimizer.weight_decay must not be negative")
        require(0 <= self.ema_decay < 1, "optimizer.ema_decay must be in [0, 1)")
        require(self.accumulate > 0, "optimizer.accumulate must be positive")
        require(
            self.batch % self.accumulate == 0, "optimizer.batch must be a multiple of optimizer.accumulate"
        )
        require(0 <= self.passes < math.inf, "optimizer.passes must not be negative")
        require(0 < self.layer_decay <= 1, "optimizer.layer_decay must be in (0, 1]")


@dataclass(frozen=True, slots=True)
class ViewsRecipe:
    """How photos of any size become what a network learns from: of shards, or of arrays with tokens.

    Attributes
    ----------
    source_power
        A source of n photos is drawn in proportion to n to this power: 1 draws by photo, 0.5 by the root.
    whole
        The share of views that show the whole photo, as far as its shape allows.
    min_area
        Of the largest view of their shape, the others show this share at the least; for convolutional
        networks `data.min_crop` says it.
    square
        The share of views that are, before those two, the photo's largest square at a random place. At its
        16 x 16 tokens the network sees the photo at the size at which the program shows it.
    cached
        The most views whose features a frozen encoder computes once and keeps on the disk, a third of a
        megabyte each; 0 lets the encoder look at new views at each step.
    cached_per_photo
        The most of them for each photo; 0 sets no bound.
    renewed
        The share of the cached views that new ones replace after each pass over them.
    chunk
        Views that are drawn, computed and kept together.
    seed
        Of what is drawn; runs of different seeds share cached views.
    judged_sources
        Of photos that are given to judge by, only those of these sources; empty means all.
    """

    source_power: float = 0.5
    whole: float = 0.5
    min_area: float = 0.35
    square: float = 0.0
    cached: int = 0
    cached_per_photo: float = 0.0
    renewed: float = 0.0
    chunk: int = 1024
    seed: int = 0
    judged_sources: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        require(0 <= self.source_power <= 1, "views.source_power must be in [0, 1]")
        require(0 <= self.whole <= 1, "views.whole must be in [0, 1]")
        require(0 < self.min_area <= 1, "views.min_area must be in (0, 1]")
        require(0 <= self.square <= 1, "views.square must be in [0, 1]")
        require(self.cached >= 0, "views.cached must not be negative")
        require(0 <= self.cached_per_photo < math.inf, "views.cached_per_photo must not be negative")
        require(0 <= self.renewed <= 1, "views.renewed must be in [0, 1]")
        require(self.chunk > 0, "views.chunk must be positive")
        require(self.seed >= 0, "views.seed must not be negative")

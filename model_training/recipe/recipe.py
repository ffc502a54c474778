"""A recipe: every knob of a training, read strictly from TOML.

An unknown key, or a value of the wrong type or out of range, is an error before any work begins. What
a recipe leaves out has the values below.
"""

import math
import tomllib
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.model.input_format import input_format
from colorizer_gui.core.model.network_config import (
    CLASSIFICATION,
    PAIR,
    TOKENS,
    TRANSFORMER_BLOCKS,
    NetworkConfig,
)
from model_training.recipe.sections import (
    DataRecipe,
    LossRecipe,
    Model,
    OptimizerRecipe,
    TrainFrom,
    ViewsRecipe,
)
from model_training.recipe.values import RecipeError, build, plain, require

RECIPES_FOLDER = resource("recipes")


@dataclass(frozen=True, slots=True)
class Recipe:
    """One training run.

    Attributes
    ----------
    keep_network
        Whether the network is that of the weights that the training begins with.
    then
        The recipe that follows when this one is at its end, begun with its weights; none when empty.
    keep_every
        Steps after each of which a checkpoint of its own is kept; 0 keeps the last and the best alone.
    patience
        Validations without a lower error after which the training ends; 0 waits for all steps.
    unfrozen_blocks
        Of a vision transformer: how many of its last blocks learn with the decoder.
    decoder_learns
        Whether the decoder learns; where it does not, the encoder learns to serve it as it is.
    """

    name: str = "fusion"
    model: Model = Model.FUSION
    keep_network: bool = False
    seed: int = 42
    train_from: TrainFrom = TrainFrom.DECODER
    unfrozen_blocks: int = 0
    decoder_learns: bool = True
    temperature: float = 0.38
    validate_every: int = 1000
    then: str = ""
    keep_every: int = 0
    patience: int = 0
    checkpoint_minutes: float = 10.0
    network: NetworkConfig = field(default_factory=NetworkConfig)
    data: DataRecipe = field(default_factory=DataRecipe)
    loss: LossRecipe = field(default_factory=LossRecipe)
    optimizer: OptimizerRecipe = field(default_factory=OptimizerRecipe)
    views: ViewsRecipe = field(default_factory=ViewsRecipe)

    def __post_init__(self) -> None:
        require(self.seed >= 0, "seed must not be negative")
        require(self.validate_every > 0, "validate_every must be positive")
        require(self.keep_every >= 0, "keep_every must not be negative")
        require(self.patience >= 0, "patience must not be negative")
        require(0 <= self.checkpoint_minutes < math.inf, "checkpoint_minutes must not be negative")
        stride = input_format(self.network.architecture).stride
        require(
            self.data.side % stride == 0 and stride <= self.data.side <= 224,
            f"data.side must be a multiple of {stride}, at most 224",
        )
        require(self.data.first_side % stride == 0, f"data.first_side must be a multiple of {stride}")
        require(0 < self.temperature < math.inf, "temperature must be positive")
        from_scratch = self.model is not Model.FUSION
        require(not from_scratch or self.train_from is TrainFrom.ALL, 'this model needs train_from = "all"')
        require(not from_scratch or not self.data.hinted, "this model takes no hints; data.hinted must be 0")
        fits = (self.network.architecture == CLASSIFICATION) is (self.model is Model.CLASSIFICATION_CNN)
        require(fits, f"network.architecture does not belong to the model {self.model}")
        bins = len(AbBins.derive(self.network.color_space))
        require(
            self.network.bins == bins, f"network.bins must be {bins} in the space {self.network.color_space}"
        )
        if self.network.architecture == TOKENS:
            require(self.network.color_space is ColorSpace.LAB, "networks of tokens learn L*a*b*")
            whole = self.data.side == 224 and self.data.min_crop == 1 and not self.data.first_side
            require(
                whole, "networks of tokens have views.min_area in the place of data.side and data.min_crop"
            )
            require(not self.data.keep_last_batch, "networks of tokens keep no smaller last batch")
        require(
            0 <= self.unfrozen_blocks <= TRANSFORMER_BLOCKS,
            f"unfrozen_blocks must be 0 to {TRANSFORMER_BLOCKS}",
        )
        require(
            self.decoder_learns or not self.encoder_is_frozen,
            "where decoder_learns is false, something of the encoder must learn",
        )
        blocks = self.network.architecture == TOKENS and self.train_from is TrainFrom.DECODER
        require(
            not self.unfrozen_blocks or blocks or self.keep_network,
            'unfrozen_blocks needs a network of tokens and train_from = "decoder"',
        )

    @property
    def uses_feature_cache(self) -> bool:
        """Whether the encoder's features are the same each time a photo is seen."""
        whole = self.data.min_crop == 1 and self.data.side == 224 and not self.data.first_side
        fixed_input = whole and self.data.old_photo_augmentation == 0
        return self.encoder_is_frozen and fixed_input

    @property
    def encoder_is_frozen(self) -> bool:
        """Whether nothing of the encoder learns."""
        return self.train_from is TrainFrom.DECODER and not self.unfrozen_blocks

    @property
    def output_stride(self) -> int:
        """Pixels of the input for one of the output, in each direction."""
        return 1 if self.model is Model.SIMPLE_CNN else self.network.output_stride

    @property
    def has_tokens(self) -> bool:
        """Whether a vision transformer is in the network, alone or in a pair."""
        return self.network.architecture in (TOKENS, PAIR)

    @property
    def least_area(self) -> float:
        """The share of the largest view of its shape that a view of a part of a photo has at the least."""
        return self.views.min_area if self.has_tokens else self.data.min_crop

    def side_at(self, step: int) -> int:
        """Pixels of a side of the photos of a step (Howard's progressive resizing, in steps of equal length).

        The sides before the last one grow by the stride of the network.
        """
        first, last = self.data.first_side, self.data.side
        grown = math.ceil(self.data.growing * self.optimizer.steps)
        if not first or step >= grown:
            return last
        sides = range(first, last, input_format(self.network.architecture).stride)
        return sides[step * len(sides) // grown] if sides else last

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

"""The models that a recipe can name: network, meaning of the output, and loss."""

from torch import nn

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.model.architectures import Network, build_network
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.pair_network import PairColorizationNet
from colorizer_gui.core.model.token_network import TokenColorizationNet
from model_training.models.imagenet import load_imagenet_encoder
from model_training.models.losses import ChromaLoss
from model_training.models.outputs import BinOutput, Output, ScaledOutput
from model_training.models.simple_cnn import SimpleCnn, SquaredError
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Model

TrainedNetwork = Network | SimpleCnn


def build_model(recipe: Recipe, *, pretrained: bool = True) -> TrainedNetwork:
    """The network at its start.

    Parameters
    ----------
    pretrained
        Whether the encoder of the fusion model gets ImageNet's weights.

    Raises
    ------
    WeightsError
        When those weights are not installed, or there are none for this kind of encoder.
    """
    if recipe.model is Model.SIMPLE_CNN:
        return SimpleCnn()
    net = build_network(recipe.network)
    if isinstance(net, TokenColorizationNet | PairColorizationNet):
        tokens = net.decoder.tokens if isinstance(net, PairColorizationNet) else net.decoder
        tokens.token_dropout = recipe.data.token_dropout
        if pretrained:
            raise WeightsError(
                "No trained vision transformer comes with the program; name the file of one with --encoder "
                "(packaging/vit_encoder.py makes it), or weights that have one with --from."
            )
    if pretrained and isinstance(net, ColorizationNet):
        net.encoder.load_state_dict(load_imagenet_encoder().state_dict())
    return net


def output_of(recipe: Recipe) -> Output:
    """What the network's output means."""
    if recipe.model is Model.SIMPLE_CNN:
        return ScaledOutput(recipe.network.color_space)
    return BinOutput(AbBins.derive(recipe.network.color_space))


def loss_of(recipe: Recipe, prior: FloatArray) -> nn.Module:
    """Takes output and target, gives the loss and the plain error to be logged."""
    if recipe.model is Model.SIMPLE_CNN:
        return SquaredError(ScaledOutput(recipe.network.color_space))
    return ChromaLoss(AbBins.derive(recipe.network.color_space), prior, recipe.loss)

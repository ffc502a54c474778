"""From the description of a network to the network."""

from colorizer_gui.core.model.classification_network import ClassificationNet
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import CLASSIFICATION, TOKENS, NetworkConfig
from colorizer_gui.core.model.token_network import TokenColorizationNet

#: Every network that a weights file can hold.
Network = ColorizationNet | TokenColorizationNet | ClassificationNet


def build_network(config: NetworkConfig) -> Network:
    """The untrained network of a description."""
    if config.architecture == CLASSIFICATION:
        return ClassificationNet(config)
    return TokenColorizationNet(config) if config.architecture == TOKENS else ColorizationNet(config)

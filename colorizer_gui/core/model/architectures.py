"""From the description of a network to the network."""

from colorizer_gui.core.model.classification_network import ClassificationNet
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import CLASSIFICATION, NetworkConfig

#: Every network that a weights file can hold.
Network = ColorizationNet | ClassificationNet


def build_network(config: NetworkConfig) -> Network:
    """The untrained network of a description."""
    return ClassificationNet(config) if config.architecture == CLASSIFICATION else ColorizationNet(config)

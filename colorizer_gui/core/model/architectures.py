"""From the description of a network to the network."""

from colorizer_gui.core.model.classification_network import ClassificationNet
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import CLASSIFICATION, PAIR, TOKENS, NetworkConfig
from colorizer_gui.core.model.pair_network import PairColorizationNet
from colorizer_gui.core.model.token_network import TokenColorizationNet

#: Networks whose decoder works again on what the encoder saw once.
TwoPartNetwork = ColorizationNet | TokenColorizationNet | PairColorizationNet
#: Every network that a weights file can hold.
Network = TwoPartNetwork | ClassificationNet


def build_network(config: NetworkConfig) -> Network:
    """The untrained network of a description."""
    if config.architecture == CLASSIFICATION:
        return ClassificationNet(config)
    if config.architecture == PAIR:
        return PairColorizationNet(config)
    return TokenColorizationNet(config) if config.architecture == TOKENS else ColorizationNet(config)

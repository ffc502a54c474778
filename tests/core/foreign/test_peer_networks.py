"""The networks that a benchmark puts beside ours are as large as those that they stand for."""

import pytest
import torch

from tests.support.networks import peer_networks


@pytest.mark.parametrize("peer", peer_networks.PEERS, ids=lambda peer: peer.name)
def test_a_peer_has_the_size_of_the_network_that_it_stands_for(peer: peer_networks.Peer) -> None:
    with torch.device("meta"):
        net = peer.make().eval()
        answer = net(torch.empty(1, peer.planes, peer.side, peer.side))
    millions = sum(value.numel() for value in net.parameters()) / 1e6
    assert millions == pytest.approx(peer.parameters, rel=0.005)
    assert answer.shape[2:] == (peer.side, peer.side)

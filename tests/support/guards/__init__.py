"""What holds in each process of tests: no network, nothing of Qt left behind, patience."""

"""Build Tintype's weights: prepare, train, evaluate, report, export."""

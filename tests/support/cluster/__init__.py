"""A batch on several machines without the machines: workers on paper, and a network that costs nothing."""

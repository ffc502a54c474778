"""Networks of other programs behind the `Colorizer` seam: recognised, asked about, opened, kept."""

"""How good a result is: chroma, points, references, scribbles, photos that lie on their side."""

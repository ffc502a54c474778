"""How long one photo takes, beside other programs' networks."""

"""How soon the window opens and answers."""

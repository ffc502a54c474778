"""How time and memory grow with the photo and with the number of photos."""

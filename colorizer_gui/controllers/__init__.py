"""What the window can do, apart from how it looks: objects in the GUI thread that give work away."""

"""What several rooms of tests share; a folder for each part of the program that it serves."""

"""Networks of other programs, with random weights, and files of networks that paint one colour."""

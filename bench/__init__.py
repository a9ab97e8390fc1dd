"""What is measured by hand: out of the program and of its tests, since a figure depends on its machine."""

"""The pictures of the guides, drawn by `make captures`, and the offer that they and the guides show."""

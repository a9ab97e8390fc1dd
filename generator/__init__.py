"""Generator of the Kit OpenDataLocale: see ARCHITECTURE.md for the flow."""

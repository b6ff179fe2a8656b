"""The catalogue: one file per cause, found by walking this package."""

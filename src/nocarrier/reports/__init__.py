"""A finished `Report` told: on a terminal, as JSON, as a page to share. Nothing here looks at the world."""

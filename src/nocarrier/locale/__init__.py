"""Message catalogues, and the one place that loads them."""

"""Names of persons: known, changed, unknown, and what stands by them."""

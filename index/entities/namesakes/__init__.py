"""Names that are another thing's or another person's where they stand, and the conditions of forms."""

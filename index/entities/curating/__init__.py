"""The curator's loop: what is uncertain, the answers in a file with comments, and what they will alter."""

"""Entities as YAML lists them: read, checked, curated, and looked up by their forms."""

"""Entities as YAML lists them, and the forms by which they are looked up."""

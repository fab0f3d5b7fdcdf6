"""Measurements, run by `make bench`: corpora and engines go in, tables and plots come out."""

"""The embedded engine: a generation of columnar segments goes in, a `Searcher` over its arrays comes out."""

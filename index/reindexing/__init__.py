"""Article files and the newest generation of an index go in; the next generation comes out, made from what changed."""

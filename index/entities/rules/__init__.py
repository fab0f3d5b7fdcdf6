"""The rules of recognition, one module each: a reading of an article goes in, findings come out."""

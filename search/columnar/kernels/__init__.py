"""Loops over arrays, compiled when they are first called and kept on disk: arrays go in, new arrays come out.

What is kept is made anew when the file of the function changes, but not when a function that it calls does: only
`bits`, which has no reason to change, is called by others. `make clean` removes what is kept.
"""

"""The front ends: requests and command lines go in; pages, JSON and terminal output come out."""

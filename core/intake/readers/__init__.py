"""One file per format: each opens a file and hands out its rows as text, a chunk at a time.

A reader is a function `read(path, class_id, examined) -> Table`. It knows the format and its
tricks; it does not know what the cells mean.
"""

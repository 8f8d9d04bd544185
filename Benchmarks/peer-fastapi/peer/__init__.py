"""The alert API once more, in Python: what `make bench` compares ours with."""

"""The alert API beside its peer: what `make bench ARGUMENTS=api` measures."""

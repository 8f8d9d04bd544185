"""The delivery worker beside its peer: the cell that both work in, and what is written of it."""

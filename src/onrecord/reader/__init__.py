"""The trained network, inference only: one encoder pass a passage, every head at once. Never imports torch."""

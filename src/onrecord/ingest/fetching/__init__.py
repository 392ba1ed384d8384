"""An address becomes bytes: one polite request, and never to where it must not go."""

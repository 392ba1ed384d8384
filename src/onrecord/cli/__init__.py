"""The command ``onrecord``, and what a person sees of a reading in a terminal. Only this room (and ``web/``) prints."""

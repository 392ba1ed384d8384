"""From language to records: claims, events, status, actors, places, times, figures. Pure functions."""

"""Lists with their source on top, and what reads them: countries, peoples, places, bodies, leaders, roles, reporting verbs."""

"""How the reader is trained: its data, network, loop and export. Everything that needs torch lives here."""

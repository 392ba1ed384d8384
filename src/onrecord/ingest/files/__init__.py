"""A file or standard input becomes bytes, and bytes text: unpacked, recognised, decoded."""

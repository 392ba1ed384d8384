"""An HTML page becomes text with what it says of itself, in a child process that can be killed."""

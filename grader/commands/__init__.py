"""One file for each command, with the command's name; ``cli.py`` lists them."""

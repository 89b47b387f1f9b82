"""What might stand in the place of what a student wrote, and all of it in one program."""

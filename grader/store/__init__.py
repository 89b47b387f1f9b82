"""The gradebook: one SQLite file that keeps everything a class handed in and got."""

"""Find the students' files in what a learning platform hands out."""

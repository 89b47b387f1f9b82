"""Grade everything in a folder or zip: resumable, parallel, into one gradebook."""

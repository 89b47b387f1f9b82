"""Rules on what students read: stories, titles, hints, sentences."""

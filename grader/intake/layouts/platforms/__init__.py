"""One file a platform: how its downloads name people, exercises and attempts."""

"""The class page: how a class did, on one page that works offline."""

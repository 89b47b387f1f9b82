"""What a proof holds on to: the programs of a page, what they gave, and what is found."""

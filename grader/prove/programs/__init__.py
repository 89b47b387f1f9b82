"""Rules on programs and the checks that tell them apart."""

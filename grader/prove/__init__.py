"""Is an exercise sound? Run every program its page describes and look for faults."""

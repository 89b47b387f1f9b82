"""The state that a loop works on: where numbers are kept, how they are put back, what a round moves."""

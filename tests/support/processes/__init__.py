"""Programs in processes of their own that are forked from one which has imported what they need."""

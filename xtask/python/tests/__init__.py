"""Programs are recorded, and their records read back."""

"""What the user sees and touches; widgets ask by signals and never do the work themselves."""

"""What is done with chosen jobs: copied, shown, found again; with progress."""

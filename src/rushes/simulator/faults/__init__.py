"""What can go wrong between Rushes and the service, scripted and played byte by byte."""

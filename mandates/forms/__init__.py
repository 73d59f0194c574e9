"""What people fill in. Forms about a mandate carry what was seen, so that nobody overwrites what they did not see."""

"""What publishing a draft changes for answers that are there already, and publishing it."""

"""One file per question put to the world; the file is named like the file of its facts."""

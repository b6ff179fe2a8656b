"""The parts of the page: text that is safe in it, its look, the picture, the time line, the sections of a report."""

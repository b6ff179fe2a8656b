"""Text and tables a machine prints, read into facts without I/O."""

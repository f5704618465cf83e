"""A file of any kind → neutral blocks (paragraphs; tables of cells with spans), transcribed, not understood."""

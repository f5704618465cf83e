"""PDF with a text layer → blocks: ruled tables, also over pages; paragraphs put together from their lines."""

"""Word's .docx → blocks: the XML is walked once; what Word would show is what is read."""

"""Sets any document as .docx; has never heard of campaigns."""

"""JSON Schemas of the data files, drawn from the records themselves, for editors and other validators."""

"""Writes any table as .xlsx and reads any .xlsx back; has never heard of campaigns."""

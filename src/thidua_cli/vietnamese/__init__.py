"""Vietnamese words: numbers, dates and letters as official papers write them."""

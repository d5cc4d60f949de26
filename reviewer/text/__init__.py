"""Pure functions on strings: clusters, folding, sentences, words, offsets, differences."""

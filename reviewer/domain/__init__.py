"""The nouns: frozen values and closed choices, standard library only."""

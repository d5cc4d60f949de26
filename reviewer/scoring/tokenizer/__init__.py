"""How BLEU cuts a text into tokens: by rules, or into subwords by a model."""

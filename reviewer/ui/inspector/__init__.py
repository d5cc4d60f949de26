"""The side panel: flags, edits to classify, judgement."""

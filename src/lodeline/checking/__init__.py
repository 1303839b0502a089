"""Values checked anew: a second, simpler reading of the words that a claim stands on, apart from the extractor's."""

"""Reading measured: claims beside gold claims, scores per kind and language, and errors by their cause."""

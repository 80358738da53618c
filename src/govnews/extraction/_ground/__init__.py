"""What all stages stand on: the text, the words of a pack, sentences, times, evidence."""

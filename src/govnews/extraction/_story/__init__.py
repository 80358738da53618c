"""What a story tells: who signed what with whom, when, where, and about what."""

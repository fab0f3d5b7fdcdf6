"""Words that recognition goes by: of persons, of things that bear names, and the closed classes of French."""

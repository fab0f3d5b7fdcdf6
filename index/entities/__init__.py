"""Who and what an article speaks of: articles and gazetteers go in, mentions with their evidence come out."""

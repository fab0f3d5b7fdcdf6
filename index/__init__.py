"""What is indexed: article files go in, a searchable index on disk comes out."""

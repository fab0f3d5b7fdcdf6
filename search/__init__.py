"""What is asked and answered: a `Query` goes in, `Results` come out."""

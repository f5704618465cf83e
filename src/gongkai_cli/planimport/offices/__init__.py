"""Who is responsible: names, lists, labels and sentences of a responsibility, and where in a text it stands."""

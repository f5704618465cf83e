"""What a type of the model is in JSON Schema: the shape of its values, and what an editor says of each key."""

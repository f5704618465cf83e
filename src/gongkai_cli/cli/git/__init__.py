"""Commands that git itself or its server calls."""

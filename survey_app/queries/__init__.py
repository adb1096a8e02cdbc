"""Reading: noun phrases, each takes a session. Nothing here writes."""

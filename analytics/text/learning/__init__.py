"""What the machine learns from people's decisions: features, models, and when they may take over."""

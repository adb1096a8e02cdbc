"""In which order texts are read: by what people decided about others, so that what matters comes early."""

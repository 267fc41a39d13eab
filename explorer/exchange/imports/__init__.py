"""Networks that come in: read by one file a source, made into documents by what they share."""

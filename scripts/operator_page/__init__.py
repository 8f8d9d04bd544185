"""Ways of a person through the operator's page."""

"""Format profiles: one YAML file for each kind of form."""

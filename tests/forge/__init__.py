"""What the forge reads: workflows, forms, models of requests, owners."""

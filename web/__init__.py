"""The service's own pages: health, metrics, webhooks, the duty desk."""

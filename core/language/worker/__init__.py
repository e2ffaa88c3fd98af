"""What grid workers report: the visit, when it was, help given, what was found, who is asked next."""

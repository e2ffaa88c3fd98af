"""One file per audience: how we speak to workers, residents, departments and supervisors."""

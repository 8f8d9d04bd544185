"""What a cell gives its services, on this machine: a database, an AWS, and their processes."""

"""What strangers may send, and what must hold all the same: tables of cases, each tried on a real site."""

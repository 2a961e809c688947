"""The records that cross stages: frozen, plain, and free of any idea of files, HTML or the network."""

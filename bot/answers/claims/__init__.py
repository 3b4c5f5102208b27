"""Whether something claimed is so."""

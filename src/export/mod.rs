//! Writes an analysis as JSON, CSV, GraphML or GEXF. It decides nothing.

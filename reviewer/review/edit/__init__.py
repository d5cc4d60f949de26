"""What an editor can do to a project, each as one reversible change."""

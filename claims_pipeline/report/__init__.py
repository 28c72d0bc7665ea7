"""What people read: the report page, the terminal summary, the feeds, and the everyday questions as rows and tables."""

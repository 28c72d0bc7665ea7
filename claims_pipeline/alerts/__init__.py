"""New flags are told: a feed, a file of JSON lines, mail, a webhook. Nothing twice, and nothing lost when sending fails."""

"""A source becomes articles: readers, dates, language, credits, and who copied whom."""

"""Fact-checked claim annotation."""

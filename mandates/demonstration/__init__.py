"""Two bodies on 1 December 2008, read by the real reader and written by the real actions.

The UNTOC Conference stands as it did that day: a restatement of its decisions, owners, no progress. The Conference on
Harbour Safety does not exist and is in full swing. People are functions, never persons.
"""

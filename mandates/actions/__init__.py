"""The only writers: one function per thing a person does, for pages, commands and jobs alike.

Each takes who does it (`by`) and the moment (`at`, else now), writes in one transaction, records a `Change`, and never
sends anything: the notices read the facts. A refusal is `Refused` with a sentence; `Conflict` where somebody was first.
"""

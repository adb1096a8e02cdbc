"""JSON documents from anywhere: bounded, canonical, checked against a schema. Knows nothing of
questionnaires.
"""

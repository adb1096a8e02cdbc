"""Who is asked what: the routing as a picture and as a table, and what a simulated respondent reaches."""

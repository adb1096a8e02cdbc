"""Personal data in comments: where it stands, so that it can be blacked out before others read it."""

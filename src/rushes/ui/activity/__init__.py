"""Activity: what is running, waiting and asking, as a strip that is always there and as a list.

`activity_model.ActivityModel` follows library and engine; `activity_strip.ActivityStrip` tells it
in one line, `activity_list.ActivityList` in one row for each job.
"""

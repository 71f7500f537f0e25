"""Activity: what is running, waiting and asking, as a strip that is always there and as a list.

`activity_model.ActivityModel` follows library and engine; `activity_strip.ActivityStrip` tells it
in one line, `activity_list.ActivityList` in one row for each job. Jobs that go out only after one
word for them all have a part of their own, `waiting_list.WaitingList`, with that question.
"""

"""The History panel: every job there is, newest first, found by words, live.

`job_list_model.JobListModel` is the one contract between the library and the views of this
folder; `history_panel.HistoryPanel` puts a search field and a grid above it.
"""

"""The main window: top bar, docks, workspaces, and the session behind them."""

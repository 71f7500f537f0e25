"""How a picture is looked at: its scale, the place looked at, and the hand that changes both."""

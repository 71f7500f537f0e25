"""How a job looks: the words, icons and colours that cards and rows show for it."""

"""The language of queries as the command line tells it: a short help, and what was wrong."""

import datetime

from rushes.domain.errors import QueryNotUnderstood
from rushes.domain.search import explanation, parse, problem_hint, problem_sentence

QUERY_HELP = """\
A query is words and fields; all of them have to hold.

  cabin "night city"     in prompts, tags and notes; a part of a word will do
  -rain                  not this; a minus before anything. A query that begins with
                         one goes behind a --
  storm OR fog           one of both; parentheses put together
  is:pick                reject unmarked marked unseen seen trashed missing needs-you
                         ready failed waiting running unknown held ...
  rating:>=3             > >= < <= and ranges such as 2..4; none or any
  seed:42 frames:81..97 fps:24 duration:<6 cost:>0.5 take:1
  date:2026-11           2026, 2026-11-22, today, yesterday, week, last-week, 7d, 3w, 2m
  model:wan resolution:720p aspect:16:9 state:failed label:red
  tag:"night city" note:flicker album:"Night shots" prompt:cabin
  guidance_scale:>5      any input by its name

Without is:trashed nothing of the trash is found.
"""


def explain_problem(error: QueryNotUnderstood, text: str) -> str:
    """Return what is wrong with a query, where, and what was understood of it, in lines."""
    problem = error.problem
    lines = [problem_sentence(problem)]
    hint = problem_hint(problem)
    if hint:
        lines[0] += f" {hint}"
    if "\n" not in text and len(text) < _WIDEST:
        lines.append(f"  {text}")
        lines.append("  " + " " * problem.start + "^" * max(1, problem.end - problem.start))
    query = parse(text, datetime.date.today())
    if query.terms:
        lines.append(f"Understood: {explanation(query)}")
    return "\n".join(lines)


_WIDEST = 200

"""What `rushes simulate --help` says of faults; the list of presets is made from their table."""

import json
import textwrap
from collections.abc import Iterator

from rushes.simulator.faults.presets import PRESETS, Preset

_EXAMPLE = [
    {"preset": "submit_reset_mid_body", "count": 2},
    {"preset": "download_closed_at_random", "request": 1},
    {
        "call": ["status", "result"],
        "count": [5, 9],
        "times": 3,
        "fault": {
            "when": "after_reading",
            "status": 503,
            "delay_seconds": 0.5,
            "headers": {"Retry-After": "2"},
            "body": {"json": {"message": "down for a moment"}},
        },
    },
]

_FORM = """\
faults:
A fault file is a list of steps in JSON. The first step that fits a call strikes it; all others
are answered rightly. A step is the name of a preset, or an object whose members are

  preset         a preset's name; the members beside it replace those of its steps
  call           submit, status, result, cancel, models, model, balance, download; or a list
  count          which of the calls that fit: a number from 1, [from, to], or "every"; "to" may
                 be null. The default is "every"
  request_count  the same, counted for each request id apart
  times          how often the step is played at most
  chance         how likely it is played, from 0 to 1
  model          only calls about this model id
  request        only calls about this request: its id, or its number in the order of acceptance
  state          only while the job is in_queue, in_progress, succeeded, failed, cancelled
  path           only where the path ends like this
  ranged         true: only where a part of a file is asked for; false: only where none is
  name           what it is called where a program asks what was played
  fault          what goes wrong, see below

A fault is an object whose members are

  when           connecting          the next connection to the port, before anything is read;
                                     it counts as one call
                 before_reading      the head is read, nothing of the body
                 mid_body            half of the body is read
                 after_reading       all is read; the call is not carried out
                 after_accepting     the call is carried out; the default
  do             reply (the default), hang, reset, close, or refuse_connections: nobody listens
                 on the call's port from before the call until "seconds" have passed (without
                 them: for good). Who knocks there cannot be counted, nor told apart
  seconds        how long connections are refused, or the hanging lasts
  delay_seconds  waited before anything is done
  wait_for_end   true: carried out only once the call's job has ended
  ignores_range  true: the whole file is sent where a part is asked for
  status         HTTP status of the reply
  headers        {name: value, list of values, or [] to leave it out}; in the place of those of
                 the right reply, lengths included
  raw_head       sent as it is in the place of status line and headers, blank line included
  body           one of {"text": ...}, {"json": ...}, {"base64": ...}, {"file": PATH},
                 {"repeat": TEXT, "bytes": N, "before": TEXT, "after": TEXT}; or, made from the
                 right reply: {"change": {NAME: VALUE}, "leave_out": [NAME]}, {"beginning": N},
                 {"without_box": "moov"}. Without one: the right reply's
  framing        length (the default), no_length, chunked, bad_chunk
  announced_bytes  what Content-Length says
  gzip           true: the body is compressed
  interim_replies, header_filler_bytes
                 how many replies 103, and how many bytes of headers, come as well
  cut_at         {"head": N} or {"body": N}: ends there; N is a number of bytes, a share such as
                 0.5, or "random"
  then           what follows on the cut: close (the default), reset, hang
  head_rate, body_rate
                 bytes a second

In texts, $REQUEST_ID, $LINK (of the job's first file), $HERE (what was asked for), $API, $MEDIA
and $CANARY stand for what is true at that moment. The canary is a further origin that nobody has
a reason to talk to; --canary writes down who does.

A submit is billed, and stands in the ledger, where the call is carried out: where "when" is
after_accepting. That a name is not resolved cannot be played by a server: give the program an
address under .invalid, such as https://nowhere.invalid.

An example:
"""

_WIDTH = 98
_COLUMN = 36


def faults_help() -> str:
    """Return the form of fault files, an example, and every preset with its meaning."""
    example = textwrap.indent(json.dumps(_EXAMPLE, indent=2), "  ")
    return "\n".join([_FORM + example, "", "presets:", *_preset_lines()])


def _preset_lines() -> Iterator[str]:
    for preset in PRESETS.values():
        words = preset.meaning + _billing(preset)
        first, *rest = textwrap.wrap(words, _WIDTH - _COLUMN)
        yield f"  {preset.name:<{_COLUMN - 3}} {first}"
        for line in rest:
            yield " " * _COLUMN + line


def _billing(preset: Preset) -> str:
    if preset.call != "submit":
        return ""
    return " (billed)" if preset.bills else " (not billed)"

"""The database's schema, as an append-only list of migrations.

A migration is never changed once released; the schema's version is SQLite's ``user_version``.
"""

from collections.abc import Callable

import apsw

Migration = Callable[[apsw.Connection], None]

APPLICATION_ID = 0x52757368
"""SQLite's ``application_id`` of our databases, from `NAMED_SINCE` on: "Rush" in ASCII."""

NAMED_SINCE = 4
"""Version of the schema from which on the database carries `APPLICATION_ID`."""

MARKED_SINCE = 6
"""Version of the schema from which on every job has a row of marks."""

ALBUMS_SINCE = 7
"""Version of the schema from which on there are albums, and a history of marks."""


def _first_schema(connection: apsw.Connection) -> None:
    connection.execute(
        """
        CREATE TABLE jobs (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            shot_id TEXT NOT NULL,
            take INTEGER NOT NULL,
            parent_id TEXT,
            model_id TEXT NOT NULL,
            inputs TEXT NOT NULL,
            prompt TEXT NOT NULL,
            digest TEXT NOT NULL,
            state TEXT NOT NULL,
            remote_id TEXT,
            service_word TEXT,
            queue_position INTEGER,
            created_at REAL NOT NULL,
            sent_at REAL,
            accepted_at REAL,
            started_at REAL,
            finished_at REAL,
            ready_at REAL,
            cancel_asked_at REAL,
            cancel_answer TEXT,
            price_shown TEXT,
            cost TEXT,
            error_code TEXT,
            error_message TEXT,
            error_detail TEXT
        ) STRICT;
        CREATE INDEX jobs_by_time ON jobs (created_at DESC, key DESC);
        CREATE INDEX jobs_by_shot ON jobs (shot_id, take);
        CREATE INDEX jobs_by_remote_id ON jobs (remote_id) WHERE remote_id IS NOT NULL;
        CREATE INDEX jobs_under_way ON jobs (state, key)
            WHERE state NOT IN ('ready', 'rejected', 'failed', 'cancelled', 'expired');
        CREATE TABLE clips (
            job_key INTEGER NOT NULL REFERENCES jobs (key) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            url TEXT NOT NULL,
            path TEXT,
            state TEXT NOT NULL,
            size INTEGER,
            received INTEGER NOT NULL,
            etag TEXT NOT NULL,
            sha256 TEXT,
            kind TEXT,
            container TEXT,
            codec TEXT,
            width INTEGER,
            height INTEGER,
            frames INTEGER,
            rate_numerator INTEGER,
            rate_denominator INTEGER,
            seconds REAL,
            rotation INTEGER,
            has_sound INTEGER,
            PRIMARY KEY (job_key, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE VIRTUAL TABLE words USING fts5 (
            prompt, content = '', contentless_delete = 1,
            tokenize = 'trigram remove_diacritics 1'
        );
        """
    )


def _answers_and_facts(connection: apsw.Connection) -> None:
    connection.execute(
        """
        ALTER TABLE jobs ADD COLUMN answer TEXT;
        CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """
    ).fetchall()


def _clips_on_disk(connection: apsw.Connection) -> None:
    connection.execute(
        """
        ALTER TABLE clips ADD COLUMN disk_size INTEGER;
        ALTER TABLE clips ADD COLUMN disk_mtime_ns INTEGER;
        CREATE INDEX clips_not_as_they_were ON clips (state, job_key, ordinal)
            WHERE state IN ('missing', 'changed');
        """
    ).fetchall()


def _application_id(connection: apsw.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}").fetchall()


def _service_and_parents(connection: apsw.Connection) -> None:
    connection.execute(
        """
        ALTER TABLE jobs ADD COLUMN service TEXT;
        CREATE INDEX jobs_by_parent ON jobs (parent_id, key) WHERE parent_id IS NOT NULL;
        """
    ).fetchall()


def _marks(connection: apsw.Connection) -> None:
    # Of the clips that are here already, nobody wrote down whether they were looked at: they are
    # not news. Most jobs have no marks and are seen, so the indexes leave them out; SQLite takes
    # one for a query that names its condition as it stands here, besides its own.
    connection.execute(
        """
        CREATE TABLE marks (
            job_key INTEGER PRIMARY KEY REFERENCES jobs (key) ON DELETE CASCADE,
            rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
            flag TEXT NOT NULL DEFAULT 'none' CHECK (flag IN ('none', 'pick', 'reject')),
            label INTEGER NOT NULL DEFAULT 0 CHECK (label = 0 OR label BETWEEN 6 AND 9),
            seen_at REAL
        ) STRICT;
        INSERT INTO marks (job_key, seen_at)
            SELECT key, CASE state WHEN 'ready' THEN 0.0 END FROM jobs;
        CREATE INDEX marks_by_rating ON marks (rating, job_key) WHERE rating > 0;
        CREATE INDEX marks_by_flag ON marks (flag, job_key) WHERE flag <> 'none';
        CREATE INDEX marks_by_label ON marks (label, job_key) WHERE label > 0;
        CREATE INDEX marks_unseen ON marks (job_key) WHERE seen_at IS NULL;
        """
    ).fetchall()


def _words_and_order(connection: apsw.Connection) -> None:
    # Tags, notes and good ranges of a job are JSON in its row of marks; `job_tags` and `remarks`
    # hold the same for searching. `traits` says again, one value a column, what requests and files
    # say in many ways; `rushes.library.traits` fills it for the jobs that are here already.
    connection.execute(
        """
        ALTER TABLE marks ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE marks ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE marks ADD COLUMN ranges TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE marks ADD COLUMN trashed_at REAL;
        CREATE INDEX marks_trashed ON marks (job_key) WHERE trashed_at IS NOT NULL;
        CREATE INDEX marks_with_notes ON marks (job_key) WHERE notes <> '[]';
        CREATE INDEX marks_with_ranges ON marks (job_key) WHERE ranges <> '[]';
        CREATE TABLE job_tags (
            tag TEXT NOT NULL,
            job_key INTEGER NOT NULL REFERENCES jobs (key) ON DELETE CASCADE,
            written TEXT NOT NULL,
            PRIMARY KEY (tag, job_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX job_tags_by_job ON job_tags (job_key);
        CREATE VIRTUAL TABLE remarks USING fts5 (
            tags, notes, content = '', contentless_delete = 1,
            tokenize = 'trigram remove_diacritics 1'
        );
        CREATE TABLE mark_history (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            session TEXT NOT NULL,
            at REAL NOT NULL,
            words TEXT NOT NULL,
            steps TEXT NOT NULL,
            undoing TEXT NOT NULL,
            is_undone INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE albums (
            key INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            search TEXT,
            created_at REAL NOT NULL
        ) STRICT;
        CREATE TABLE album_jobs (
            album_key INTEGER NOT NULL REFERENCES albums (key) ON DELETE CASCADE,
            job_key INTEGER NOT NULL REFERENCES jobs (key) ON DELETE CASCADE,
            added_at REAL NOT NULL,
            PRIMARY KEY (album_key, job_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX album_jobs_by_job ON album_jobs (job_key);
        CREATE TABLE traits (
            job_key INTEGER PRIMARY KEY REFERENCES jobs (key) ON DELETE CASCADE,
            seed INTEGER,
            frames INTEGER,
            rate REAL,
            seconds REAL,
            width INTEGER,
            height INTEGER,
            resolution TEXT,
            aspect TEXT,
            cost REAL
        ) STRICT;
        CREATE INDEX traits_by_seed ON traits (seed) WHERE seed IS NOT NULL;
        CREATE INDEX traits_by_frames ON traits (frames) WHERE frames IS NOT NULL;
        CREATE INDEX traits_by_rate ON traits (rate) WHERE rate IS NOT NULL;
        CREATE INDEX traits_by_seconds ON traits (seconds) WHERE seconds IS NOT NULL;
        CREATE INDEX traits_by_resolution ON traits (resolution) WHERE resolution IS NOT NULL;
        CREATE INDEX traits_by_aspect ON traits (aspect) WHERE aspect IS NOT NULL;
        CREATE INDEX traits_by_cost ON traits (cost) WHERE cost IS NOT NULL;
        CREATE INDEX jobs_by_model ON jobs (model_id);
        CREATE INDEX jobs_by_state ON jobs (state);
        ALTER TABLE jobs ADD COLUMN waiting_rank REAL;
        """
    ).fetchall()


MIGRATIONS: tuple[Migration, ...] = (
    _first_schema,
    _answers_and_facts,
    _clips_on_disk,
    _application_id,
    _service_and_parents,
    _marks,
    _words_and_order,
)
"""Each takes the schema one version on; run inside one transaction, after a backup."""


def expected_objects() -> frozenset[tuple[str, str, str]]:
    """Return type, name and SQL of everything that the newest schema has, and nothing else."""
    connection = apsw.Connection(":memory:")
    try:
        for migration in MIGRATIONS:
            migration(connection)
        return schema_objects(connection)
    finally:
        connection.close()


def schema_objects(connection: apsw.Connection) -> frozenset[tuple[str, str, str]]:
    """Return type, name and SQL of what a database has, without what SQLite makes by itself."""
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%'"
        " ESCAPE '\\'"
    )
    return frozenset((str(row[0]), str(row[1]), str(row[2])) for row in rows)

"""The database's schema, as an append-only list of migrations.

A migration is never changed once released; the schema's version is SQLite's ``user_version``.
"""

from collections.abc import Callable

import apsw

Migration = Callable[[apsw.Connection], None]


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


MIGRATIONS: tuple[Migration, ...] = (_first_schema, _answers_and_facts)
"""Each takes the schema one version on; run inside one transaction, after a backup."""

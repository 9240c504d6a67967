/** One change of the tables. Each statement can run twice: a process may die between two of them. */
export interface Migration {
	id: number;
	name: string;
	statements: readonly string[];
}

/**
 * Every change of the tables since the first, oldest first; only ever added to. In SQL that PostgreSQL,
 * PGlite, CockroachDB, YugabyteDB and Citus share; `class_id` comes first in every key of a class.
 */
export const MIGRATIONS: readonly Migration[] = [
	{
		id: 1,
		name: 'first tables',
		statements: [
			`CREATE TABLE IF NOT EXISTS server_codes (
				hash text PRIMARY KEY,
				purpose text NOT NULL,
				made_by uuid,
				created_at bigint NOT NULL,
				expires_at bigint,
				used_at bigint
			)`,
			`CREATE TABLE IF NOT EXISTS teachers (
				id uuid PRIMARY KEY,
				name text NOT NULL,
				created_at bigint NOT NULL
			)`,
			`CREATE TABLE IF NOT EXISTS passkeys (
				id text PRIMARY KEY,
				teacher_id uuid NOT NULL,
				public_key text NOT NULL,
				counter bigint NOT NULL,
				transports text NOT NULL,
				created_at bigint NOT NULL,
				used_at bigint
			)`,
			`CREATE INDEX IF NOT EXISTS passkeys_of_teacher ON passkeys (teacher_id)`,
			`CREATE TABLE IF NOT EXISTS recovery_codes (
				hash text PRIMARY KEY,
				teacher_id uuid NOT NULL,
				created_at bigint NOT NULL,
				used_at bigint
			)`,
			`CREATE INDEX IF NOT EXISTS recovery_codes_of_teacher ON recovery_codes (teacher_id)`,
			`CREATE TABLE IF NOT EXISTS teacher_sessions (
				hash text PRIMARY KEY,
				teacher_id uuid NOT NULL,
				created_at bigint NOT NULL,
				expires_at bigint NOT NULL
			)`,
			`CREATE INDEX IF NOT EXISTS teacher_sessions_of_teacher ON teacher_sessions (teacher_id)`,
			`CREATE TABLE IF NOT EXISTS challenges (
				id text PRIMARY KEY,
				purpose text NOT NULL,
				challenge text NOT NULL,
				subject text NOT NULL,
				expires_at bigint NOT NULL
			)`,
			`CREATE TABLE IF NOT EXISTS class_codes (
				code text PRIMARY KEY,
				class_id uuid NOT NULL
			)`,
			`CREATE INDEX IF NOT EXISTS class_codes_of_class ON class_codes (class_id)`,
			`CREATE TABLE IF NOT EXISTS classes (
				class_id uuid PRIMARY KEY,
				teacher_id uuid NOT NULL,
				name text NOT NULL,
				code text NOT NULL,
				seal_to text NOT NULL,
				signed_by text NOT NULL,
				retention_days integer NOT NULL,
				created_at bigint NOT NULL,
				changed_at bigint NOT NULL
			)`,
			`CREATE INDEX IF NOT EXISTS classes_of_teacher ON classes (teacher_id)`,
			`CREATE TABLE IF NOT EXISTS pupils (
				class_id uuid NOT NULL,
				no integer NOT NULL,
				pseudonym text NOT NULL,
				pin_hash text NOT NULL,
				wrong_tries integer NOT NULL,
				locked_at bigint,
				link_hash text,
				left_at bigint,
				seen_at bigint,
				created_at bigint NOT NULL,
				PRIMARY KEY (class_id, no)
			)`,
			`CREATE INDEX IF NOT EXISTS pupils_by_link ON pupils (class_id, link_hash)`,
			`CREATE TABLE IF NOT EXISTS pupil_sessions (
				class_id uuid NOT NULL,
				hash text NOT NULL,
				no integer NOT NULL,
				created_at bigint NOT NULL,
				expires_at bigint NOT NULL,
				PRIMARY KEY (class_id, hash)
			)`,
			`CREATE INDEX IF NOT EXISTS pupil_sessions_of_pupil ON pupil_sessions (class_id, no)`,
			`CREATE TABLE IF NOT EXISTS assignments (
				class_id uuid NOT NULL,
				id uuid NOT NULL,
				body text NOT NULL,
				closes_at bigint,
				created_at bigint NOT NULL,
				changed_at bigint NOT NULL,
				PRIMARY KEY (class_id, id)
			)`,
			`CREATE TABLE IF NOT EXISTS attempts (
				class_id uuid NOT NULL,
				id uuid NOT NULL,
				assignment_id uuid NOT NULL,
				no integer NOT NULL,
				attempt integer NOT NULL,
				quiz_hash text NOT NULL,
				started_at bigint NOT NULL,
				created_at bigint NOT NULL,
				seen_at bigint NOT NULL,
				PRIMARY KEY (class_id, id)
			)`,
			`CREATE INDEX IF NOT EXISTS attempts_of_pupil ON attempts (class_id, assignment_id, no)`,
			`CREATE TABLE IF NOT EXISTS answers (
				class_id uuid NOT NULL,
				attempt_id uuid NOT NULL,
				seq integer NOT NULL,
				item_no integer NOT NULL,
				body text NOT NULL,
				arrived_at bigint NOT NULL,
				PRIMARY KEY (class_id, attempt_id, seq)
			)`,
			`CREATE TABLE IF NOT EXISTS submissions (
				class_id uuid NOT NULL,
				id uuid NOT NULL,
				assignment_id uuid NOT NULL,
				no integer NOT NULL,
				body text NOT NULL,
				arrived_at bigint NOT NULL,
				PRIMARY KEY (class_id, id)
			)`,
			`CREATE INDEX IF NOT EXISTS submissions_by_arrival
				ON submissions (class_id, assignment_id, arrived_at)`,
			`CREATE TABLE IF NOT EXISTS presence (
				class_id uuid NOT NULL,
				assignment_id uuid NOT NULL,
				no integer NOT NULL,
				ready_at bigint NOT NULL,
				seen_at bigint NOT NULL,
				PRIMARY KEY (class_id, assignment_id, no)
			)`,
			`CREATE TABLE IF NOT EXISTS rulings (
				class_id uuid NOT NULL,
				id uuid NOT NULL,
				at bigint NOT NULL,
				body text NOT NULL,
				PRIMARY KEY (class_id, id)
			)`,
			`CREATE TABLE IF NOT EXISTS tombstones (
				class_id uuid NOT NULL,
				what text NOT NULL,
				id text NOT NULL,
				at bigint NOT NULL,
				PRIMARY KEY (class_id, what, id)
			)`,
			`CREATE TABLE IF NOT EXISTS aggregates (
				class_id uuid NOT NULL,
				assignment_id uuid NOT NULL,
				body text NOT NULL,
				made_at bigint NOT NULL,
				PRIMARY KEY (class_id, assignment_id)
			)`
		]
	}
];

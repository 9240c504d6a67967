import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '#lib/server/store/migrations.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', 'src', 'lib', 'server');

/** What CockroachDB, YugabyteDB or Citus lack or do otherwise. */
const FORBIDDEN =
	/\b(?:SMALLSERIAL|BIGSERIAL|SERIAL|SEQUENCE|NEXTVAL|LISTEN|NOTIFY|\w*ADVISORY\w*|TRIGGER|EXTENSION|TEMP|TEMPORARY|SKIP LOCKED|DEFERRABLE|PREPARE TRANSACTION|LOCK TABLE)\b/;

const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.map((name) => [name, readFileSync(join(ROOT, name), 'utf8')] as const);

/** SQL stands in templates that begin with a word in capitals, and after sql`. */
const sqlOf = (source: string) =>
	source.match(/`\s*[A-Z]{4,}\s[^`]*`|\bsql(?:\.raw\()?`[^`]*`/g) ?? [];

test('no SQL of the class server is of PostgreSQL alone', () => {
	const found = sources.flatMap(([name, source]) =>
		sqlOf(source)
			.filter((each) => FORBIDDEN.test(each.toUpperCase()))
			.map((each) => `${name}: ${each}`)
	);
	expect(found).toEqual([]);
});

test('the search finds what it looks for', () => {
	const planted = 'x = [`CREATE TABLE a (id serial)`, sql`SELECT pg_advisory_lock(1)`]';
	expect(sqlOf(planted).filter((each) => FORBIDDEN.test(each.toUpperCase()))).toHaveLength(2);
	const words = /pgSchema|\bserial\(|bigserial\(|smallserial\(|skipLocked|deferrable/;
	expect(sources.filter(([, source]) => words.test(source)).map(([name]) => name)).toEqual([]);
});

test("in every table of a class its id is the key's first", () => {
	const tables = MIGRATIONS.flatMap(({ statements }) => statements).filter(
		(statement) => statement.includes('class_id uuid') && !statement.includes('class_codes')
	);
	expect(tables.length).toBeGreaterThan(9);
	for (const table of tables) {
		expect(table).toMatch(/PRIMARY KEY \(class_id\b|class_id uuid PRIMARY KEY/);
	}
	const indexes = MIGRATIONS.flatMap(({ statements }) => statements).filter((statement) =>
		/ ON (?:pupils|pupil_sessions|assignments|attempts|answers|submissions|presence)\b/.test(
			statement
		)
	);
	for (const index of indexes) expect(index).toMatch(/\(class_id,/);
});

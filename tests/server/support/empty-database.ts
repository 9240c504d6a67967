import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PACKAGE = join(ROOT, 'node_modules', '@electric-sql', 'pglite', 'package.json');

/** Making a database takes PGlite seconds, loading one does not: an empty one is kept in .cache. */
export async function emptyDatabase(): Promise<Blob> {
	const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
	const file = join(ROOT, '.cache', `pglite-${version}.tar`);
	if (existsSync(file)) return new Blob([readFileSync(file)]);
	const made = await PGlite.create();
	const dump = await made.dumpDataDir('none');
	await made.close();
	mkdirSync(join(ROOT, '.cache'), { recursive: true });
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, Buffer.from(await dump.arrayBuffer()));
	renameSync(draft, file);
	return dump;
}

import { existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** In a thread of its own, as plain text: bundlers need not know of it. */
const INITIALISE = `
	const { workerData } = require('node:worker_threads');
	const { PGlite } = require(workerData.pglite);
	PGlite.create(workerData.folder).then((store) => store.close());
`;

function initialise(folder: string): Promise<void> {
	const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
	const worker = new Worker(INITIALISE, { eval: true, workerData: { pglite, folder } });
	return new Promise((resolve, reject) => {
		worker.once('error', reject);
		worker.once('exit', (code) => {
			if (code === 0) resolve();
			else reject(new Error(`a new database could not be made (exit ${code})`));
		});
	});
}

/**
 * The folder of the database in a data folder that is locked already; a new one is made in a thread of its
 * own, for that keeps a processor busy for seconds, and stands in its place only once it is whole.
 */
export async function pgliteFolder(dataFolder: string): Promise<string> {
	const folder = join(dataFolder, 'pglite');
	if (existsSync(folder)) return folder;
	const draft = join(dataFolder, 'pglite.new');
	rmSync(draft, { recursive: true, force: true });
	await initialise(draft);
	renameSync(draft, folder);
	return folder;
}

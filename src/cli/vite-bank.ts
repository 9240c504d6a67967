import { mkdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { problemWords } from '#lib/bank/problem-words.ts';
import type { Problem } from '#lib/bank/problems.ts';
import { loadBankFromDisk, SHIPPED } from './read-bank.ts';

const VIRTUAL = 'virtual:recount-bank';
const RESOLVED = `\0${VIRTUAL}`;
/** Name of the built asset, before its hash. */
const ASSET = 'recount-bank.json';

function failure(problems: Problem[]): { message: string } {
	const words = problems.map(problemWords).join('\n');
	return { message: `The bank has ${problems.length} problems.\n${words}` };
}

function writeIfChanged(path: string, text: string): boolean {
	if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
	writeFileSync(path, text);
	return true;
}

function reload(server: ViteDevServer): void {
	for (const environment of Object.values(server.environments)) {
		const module = environment.moduleGraph.getModuleById(RESOLVED);
		if (module) environment.moduleGraph.invalidateModule(module);
	}
	server.ws.send({ type: 'full-reload' });
}

/**
 * Compiles the bank of a folder: `import url from 'virtual:recount-bank'` gives the address of one
 * JSON file, hashed in a build. A bank with problems fails the build, and in dev shows them in the
 * overlay; a change to the folder compiles anew and reloads the page.
 */
export function bankPlugin(folder: string = SHIPPED): Plugin {
	let source = '';
	let compiled = '';
	let isShownBroken = false;

	function compile(): { problems: Problem[]; isNew: boolean } {
		const bank = loadBankFromDisk(source);
		if (!bank.ok) return { problems: bank.problems, isNew: true };
		return { problems: [], isNew: writeIfChanged(compiled, JSON.stringify(bank.value)) };
	}

	function onChange(server: ViteDevServer): void {
		const { problems, isNew } = compile();
		const wasShownBroken = isShownBroken;
		isShownBroken = problems.length > 0;
		if (isShownBroken) {
			const err = { ...failure(problems), stack: '', plugin: 'recount-bank' };
			server.ws.send({ type: 'error', err });
		} else if (isNew || wasShownBroken) reload(server);
	}

	return {
		name: 'recount-bank',
		configResolved({ root }) {
			source = resolve(root, folder);
			const out = join(root, '.svelte-kit', 'recount');
			mkdirSync(out, { recursive: true });
			compiled = join(out, ASSET);
		},
		resolveId(id) {
			return id === VIRTUAL ? RESOLVED : undefined;
		},
		load(id) {
			if (id !== RESOLVED) return undefined;
			const { problems } = compile();
			isShownBroken = problems.length > 0;
			if (isShownBroken) this.error(failure(problems));
			return `export { default } from ${JSON.stringify(`${compiled}?url&no-inline`)};`;
		},
		configureServer(server) {
			server.watcher.add(source);
			server.watcher.on('all', (_, path) => {
				if (path.startsWith(source + sep)) onChange(server);
			});
		}
	};
}

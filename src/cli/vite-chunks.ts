import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What the bundler knows of a module: what it imports at once, and what when it is needed. */
interface Modules {
	getModuleInfo: (id: string) => {
		importedIds: readonly string[];
		dynamicallyImportedIds: readonly string[];
	} | null;
}

/** A part of the app as the bundler names it. */
interface Chunk {
	moduleIds: readonly string[];
}

/**
 * How the bundler cuts the app into files. All that the frame around every screen needs comes as one file,
 * since many small ones compress badly; what is left over in tiny files joins its neighbours. What only
 * the screens of Teach reach is put under `later/teach/`, what only they and those of writing reports
 * reach under `later/write/`: the service worker leaves it for the first who teaches or writes.
 */
export function clientParts(root: string) {
	const generated = join(root, '.svelte-kit', 'generated', 'client-optimized');
	const frameEntries = ['app.js', 'nodes/0.js', 'nodes/1.js'].map((name) => join(generated, name));
	let frame: Set<string> | undefined;
	let learners = new Set<string>();
	let writers = new Set<string>();
	let teachers = new Set<string>();
	const has = (some: ReadonlySet<string>, { moduleIds }: Chunk) =>
		moduleIds.some((id) => some.has(id));
	// Messages and the bundler's own helpers are on no side: alone they are everybody's.
	const folder = (chunk: Chunk, otherwise: string) => {
		if (has(learners, chunk)) return otherwise;
		if (has(writers, chunk)) return 'later/write/';
		return has(teachers, chunk) ? 'later/teach/' : otherwise;
	};
	const groups = [
		{
			name(id: string, modules: Modules) {
				if (!frame) {
					frame = reachable(frameEntries, modules, false);
					const { teach, write, learn } = pageNodes(generated);
					learners = new Set([...reachable(learn, modules, true), ...frame]);
					writers = reachable(write, modules, true);
					teachers = reachable(teach, modules, true);
				}
				return frame.has(id) ? 'frame' : null;
			}
		},
		{ name: 'parts', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 700 }
	];
	return {
		codeSplitting: { groups },
		entryFileNames: (chunk: Chunk) => `_app/immutable/${folder(chunk, '')}[name].[hash].js`,
		chunkFileNames: (chunk: Chunk) => `_app/immutable/${folder(chunk, 'chunks/')}[hash].js`
	};
}

/**
 * Workers are files of their own, beside the chunks. The only one drafts questions: large, and for who writes
 * a report alone, it lies where the service worker leaves it for them.
 */
export function draftWorker(): Plugin {
	const names = '_app/immutable/later/draft/[name].[hash].js';
	const output = { entryFileNames: names, chunkFileNames: names };
	return {
		name: 'recount-draft-worker',
		// Behind SvelteKit, which has names of its own for workers.
		enforce: 'post',
		config: () => ({ worker: { format: 'es', rollupOptions: { output } } })
	};
}

const TEACH = /\/routes\/teach\//;
const WRITE = /\/routes\/reports\/(?:add|compare|\[report\]\/desk)\//;

/** The modules that stand for the pages: those of Teach, those where reports are written, and all others. */
function pageNodes(generated: string): Record<'teach' | 'write' | 'learn', string[]> {
	const folder = join(generated, 'nodes');
	const nodes = readdirSync(folder).map((name) => join(folder, name));
	const side = (path: string) => {
		const page = readFileSync(path, 'utf8');
		if (TEACH.test(page)) return 'teach';
		return WRITE.test(page) ? 'write' : 'learn';
	};
	const of = (wanted: string) => nodes.filter((path) => side(path) === wanted);
	return { teach: of('teach'), write: of('write'), learn: of('learn') };
}

function reachable(entries: string[], modules: Modules, later: boolean): Set<string> {
	const found = new Set<string>();
	const visit = (id: string) => {
		// The list of all messages stands for those that are used, each where it is.
		if (found.has(id) || id.includes('/paraglide/messages')) return;
		found.add(id);
		const info = modules.getModuleInfo(id);
		info?.importedIds.forEach(visit);
		if (later) info?.dynamicallyImportedIds.forEach(visit);
	};
	entries.forEach(visit);
	return found;
}

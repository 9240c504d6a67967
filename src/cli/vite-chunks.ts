import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
 * the screens of Teach reach is put under `later/`: the service worker leaves it for the first who teaches.
 */
export function clientParts(root: string) {
	const generated = join(root, '.svelte-kit', 'generated', 'client-optimized');
	const frameEntries = ['app.js', 'nodes/0.js', 'nodes/1.js'].map((name) => join(generated, name));
	let frame: Set<string> | undefined;
	let learners = new Set<string>();
	let teachers = new Set<string>();
	// Messages and the bundler's own helpers are on neither side: alone they are everybody's.
	const folder = ({ moduleIds }: Chunk, otherwise: string) =>
		moduleIds.some((id) => teachers.has(id)) && !moduleIds.some((id) => learners.has(id))
			? 'later/'
			: otherwise;
	const groups = [
		{
			name(id: string, modules: Modules) {
				if (!frame) {
					frame = reachable(frameEntries, modules, false);
					const { taught, others } = pageNodes(generated);
					learners = new Set([...reachable(others, modules, true), ...frame]);
					teachers = reachable(taught, modules, true);
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

/** The modules that stand for the pages: those of Teach, and all others. */
function pageNodes(generated: string): { taught: string[]; others: string[] } {
	const folder = join(generated, 'nodes');
	const nodes = readdirSync(folder).map((name) => join(folder, name));
	const isTaught = (path: string) => readFileSync(path, 'utf8').includes('/routes/teach/');
	return {
		taught: nodes.filter(isTaught),
		others: nodes.filter((path) => !isTaught(path))
	};
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

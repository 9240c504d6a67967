import { join } from 'node:path';

/** What a group asks the bundler: which modules a module imports at once. */
interface Modules {
	getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

/**
 * Groups for the bundler: all that the frame around every screen needs comes as one file, since many small
 * ones compress badly; what is left over in tiny files joins its neighbours.
 */
export function chunkGroups(root: string) {
	const generated = join(root, '.svelte-kit', 'generated', 'client-optimized');
	const entries = ['app.js', 'nodes/0.js', 'nodes/1.js'].map((name) => join(generated, name));
	let frame: Set<string> | undefined;
	return [
		{
			name(id: string, modules: Modules) {
				frame ??= reachable(entries, modules);
				return frame.has(id) ? 'frame' : null;
			}
		},
		{ name: 'parts', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 700 }
	];
}

function reachable(entries: string[], modules: Modules): Set<string> {
	const found = new Set<string>();
	const visit = (id: string) => {
		// The list of all messages stands for those that are used, each where it is.
		if (found.has(id) || id.includes('/paraglide/messages')) return;
		found.add(id);
		modules.getModuleInfo(id)?.importedIds.forEach(visit);
	};
	entries.forEach(visit);
	return found;
}

import { base } from '$app/paths';
import { ClassServer } from '#lib/remote/class-server.ts';
import type { ClassApp } from './class-app.ts';
import type { ClassSync } from './class-sync.svelte.ts';

/** The class server of the address this app came from. */
export function schoolServer(): ClassServer {
	return new ClassServer({ fetch: (url, init) => fetch(url, init), base });
}

const engines = new WeakMap<ClassApp['database'], Promise<ClassSync>>();

/** What keeps this device's classes up to date: one for all screens, fetched when it is first needed. */
export function classSync(app: ClassApp): Promise<ClassSync> {
	const known = engines.get(app.database);
	if (known) return known;
	const engine = import('./class-sync.svelte.ts').then(({ ClassSync }) => {
		const sync = new ClassSync({ app, server: schoolServer() });
		sync.start();
		return sync;
	});
	// Where it could not be fetched, the next who needs it tries again.
	engine.catch(() => engines.delete(app.database));
	engines.set(app.database, engine);
	return engine;
}

/** Stays in touch with the class server until the returned function is called. */
export function stayInTouch(app: ClassApp, onSync: (sync: ClassSync) => void): () => void {
	let leave: () => void = () => undefined;
	let isLeft = false;
	classSync(app).then(
		(sync) => {
			onSync(sync);
			if (!isLeft) leave = sync.stay();
		},
		// Not to be had without a network: then there is nobody to be in touch with.
		() => undefined
	);
	return () => {
		isLeft = true;
		leave();
	};
}

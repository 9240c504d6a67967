import { createContext } from 'svelte';
import { ClassServer } from '#lib/remote/class-server.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { ServedSync } from './served-sync.svelte.ts';
import { ServerAccount } from './server-account.svelte.ts';

/** The class server as the screens of Teach know it. */
export interface ServerSide {
	server: Pick<ClassServer, 'ask'>;
	account: ServerAccount;
	sync: ServedSync;
	/** Whether this app came from a server that can have classes at all. */
	hasServer: boolean;
}

/** Wires the class server of the address this app came from; nothing is asked before it is needed. */
export function openServerSide(
	app: ClassApp,
	{ base, hasServer }: { base: string; hasServer: boolean }
): ServerSide {
	const server = new ClassServer({ fetch: (url, init) => fetch(url, init), base });
	const account = new ServerAccount({ server, hasServer, onsignin: () => void sync.now() });
	const sync = new ServedSync({ app, server, account });
	return { server, account, sync, hasServer };
}

/** The class server for the screens of Teach. */
export const [getServerSide, setServerSide] = createContext<ServerSide>();

import { setUpMessage, storeProblemMessage } from './class-server-message.ts';
import type { ClassServerMode, ClassServerParts } from './class-server.ts';
import type { ServerContext } from './context.ts';
import { unexpectedLine } from './http/log.ts';
import { newIdAt } from './new-id.ts';
import { sweep } from './retention/sweep.ts';
import { isStoreExpected, openStore, type StoreEnvironment } from './store/open-store.ts';
import type { ClassStore } from './store/types.ts';
import { mintSetUpCode, needsSetUp } from './teachers/server-codes.ts';

function modeOf(env: StoreEnvironment): ClassServerMode {
	if (env.CLASS_SERVER === 'off') return 'off';
	return env.CLASS_SERVER === 'on' || isStoreExpected(env) ? 'on' : 'asked';
}

function sleep(ms: number): Promise<void> {
	return new Promise((wake) => {
		setTimeout(wake, ms).unref();
	});
}

function contextOf(store: ClassStore, origin: string): ServerContext {
	const now = () => Date.now();
	return { store, now, newId: () => newIdAt(now(), crypto), crypto, origin };
}

/** What the class server of a running process is made of, by its environment. */
export function partsOf(env: StoreEnvironment, base: string): ClassServerParts {
	return {
		mode: modeOf(env),
		open: () => openStore(env),
		context: contextOf,
		origin: env.ORIGIN ?? 'http://localhost:3000',
		async opened(context) {
			if (!(await needsSetUp(context))) return;
			console.info(setUpMessage(context.origin + base, await mintSetUpCode(context)));
		},
		hourly: sweep,
		needsSetUp,
		failed(problem) {
			console.error(storeProblemMessage(problem));
			if (env.CLASS_SERVER === 'on' && problem.code !== 'unreachable') process.exit(1);
		},
		unexpected: (error) => console.error(unexpectedLine(error, 'class-server')),
		sleep
	};
}

import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { base } from '$app/paths';
import { building } from '$app/environment';
import { ClassServer } from '#lib/server/class-server.ts';
import { partsOf } from '#lib/server/class-server-parts.ts';
import { apiFrame } from '#lib/server/http/api-frame.ts';
import { unexpectedLine } from '#lib/server/http/log.ts';

/** One a process, also where the development server loads this file again. */
const KEY = Symbol.for('recount.class-server');
const kept = globalThis as { [KEY]?: ClassServer };

function classServer(): ClassServer {
	return (kept[KEY] ??= new ClassServer(partsOf(process.env, base)));
}

/** Opens the store in the background where there is one; nothing waits for it. */
export const init: ServerInit = () => {
	if (building) return;
	const server = classServer();
	server.start();
	process.once('sveltekit:shutdown', () => void server.close());
};

export const handle: Handle = ({ event, resolve }) => {
	if (building || !event.url.pathname.startsWith(`${base}/api/`)) return resolve(event);
	event.locals.classServer = classServer();
	event.locals.requestId = randomUUID();
	return apiFrame(event, resolve);
};

/** What nobody expected while a page or an answer was made: one line in the log, none of its words outside. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'missing' };
	console.error(unexpectedLine(error, event.locals.requestId ?? randomUUID()));
	return { message: 'unexpected' };
};

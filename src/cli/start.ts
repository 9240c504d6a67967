import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { securityHeaders } from './security-headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const root = join(import.meta.dirname, '..', '..');
/** RECOUNT_BUILD names another built app than the project's own. */
const handlerFile = join(resolve(root, process.env.RECOUNT_BUILD ?? 'build'), 'handler.js');
/** With what ending takes itself, within two seconds. */
const SHUTDOWN_MS = 1700;
/** Requests that are being answered get so long. */
const LAST_ANSWERS_MS = 1000;
/** The largest body of any endpoint, an assignment, and some; each has a limit of its own. */
const BODY_SIZE_LIMIT = '5M';

function build(): void {
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	console.info('Building Recount …');
	const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit']
	});
	if (status !== 0) {
		console.error('The build failed; the lines above say where. Nothing was started.');
		process.exit(1);
	}
}

function portFromEnvironment(): number {
	const port = Number(process.env.PORT ?? 3000);
	if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
	console.error(`PORT is "${process.env.PORT}"; give a whole number from 0 to 65535.`);
	process.exit(1);
}

/** The app's own worker takes what is shared; where it does not run yet, a page says what to do. */
function explainShare(request: IncomingMessage, response: ServerResponse): void {
	request.resume();
	response.writeHead(303, { Location: 'share' }).end();
}

/** Ends the process: no new requests, the last answers, then whatever the app has open is closed. */
function stop(server: Server): void {
	setTimeout(() => process.exit(0), SHUTDOWN_MS).unref();
	setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
	server.close(() => process.emit('sveltekit:shutdown' as 'disconnect'));
	server.closeIdleConnections();
}

async function serve(): Promise<void> {
	const port = portFromEnvironment();
	const host = process.env.HOST ?? '0.0.0.0';
	const origin = (process.env.ORIGIN ??= `http://localhost:${port}`);
	process.env.BODY_SIZE_LIMIT ??= BODY_SIZE_LIMIT;
	const headers = Object.entries(securityHeaders(origin));
	const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: Handler };

	const server = createServer((request, response) => {
		for (const [name, value] of headers) response.setHeader(name, value);
		const path = request.url?.split('?')[0] ?? '';
		if (path.endsWith('/service-worker.js')) response.setHeader('Cache-Control', 'no-cache');
		if (request.method === 'POST' && path.endsWith('/share'))
			return explainShare(request, response);
		handler(request, response, () => {
			response.statusCode = 404;
			response.end('Not found');
		});
	});

	server.on('error', (error: NodeJS.ErrnoException) => {
		console.error(
			error.code === 'EADDRINUSE'
				? `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`
				: `The server could not start: ${error.message}`
		);
		process.exit(1);
	});
	server.listen(port, host, () => {
		const address = server.address();
		const at = typeof address === 'object' && address ? address.port : port;
		console.info(`Recount is at ${port === 0 ? `http://localhost:${at}` : origin}`);
	});

	process.once('SIGINT', () => stop(server));
	process.once('SIGTERM', () => stop(server));
}

if (process.argv.includes('--build') || !existsSync(handlerFile)) build();
await serve();

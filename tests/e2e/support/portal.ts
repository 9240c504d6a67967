import { once } from 'node:events';
import { createServer } from 'node:http';

/** A network that answers every address with its own sign-in page, as hotels and trains have it. */
export async function startPortal(port: number): Promise<{ stop(): Promise<void> }> {
	const server = createServer((_, response) => {
		response.writeHead(200, { 'Content-Type': 'text/html' });
		response.end('<!doctype html><title>Sign in</title><h1>Welcome to our WiFi</h1>');
	}).listen(port, '127.0.0.1');
	await once(server, 'listening');
	return {
		async stop() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		}
	};
}

/**
 * The app behind a network that lets the page through and then asks to sign in: while `isClosed`, what
 * the service worker fetches for later is answered with the sign-in page.
 */
export async function startHalfPortal(
	app: string
): Promise<{ url: string; isClosed: boolean; stop(): Promise<void> }> {
	const portal = { url: '', isClosed: true, stop: async () => {} };
	const server = createServer((request, response) => {
		const isForLater = request.headers['sec-fetch-dest'] === 'empty';
		if (portal.isClosed && isForLater && request.url?.endsWith('.js')) {
			response.writeHead(200, { 'Content-Type': 'text/html' });
			response.end('<!doctype html><title>Sign in</title>');
			return;
		}
		void fetch(app + request.url).then(async (answer) => {
			const headers = Object.fromEntries(answer.headers);
			delete headers['content-encoding'];
			delete headers['content-length'];
			response.writeHead(answer.status, headers);
			response.end(Buffer.from(await answer.arrayBuffer()));
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	portal.url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
	portal.stop = async () => {
		server.close();
		server.closeAllConnections();
		await once(server, 'close');
	};
	return portal;
}

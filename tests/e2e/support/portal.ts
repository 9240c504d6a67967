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

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import postgres from 'postgres';

/*
 * What a server of submissions cannot go below: node:http, JSON.parse, one insert of the body under its
 * id. Nobody is signed in, nothing is checked.
 */
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10, onnotice: () => undefined });
await sql`CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY, body text NOT NULL)`;

async function textOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}

const server = createServer((request, response) => {
	void textOf(request).then(async (text) => {
		const { attempts } = JSON.parse(text) as { attempts: { submissionId: string }[] };
		const id = attempts[0]?.submissionId ?? '';
		await sql`INSERT INTO bare (id, body) VALUES (${id}, ${text}) ON CONFLICT DO NOTHING`;
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ id }));
	});
});
server.listen(0, '127.0.0.1', () => {
	const { port } = server.address() as AddressInfo;
	console.info(`Bare insert is at http://localhost:${port}`);
});
process.once('SIGTERM', () => process.exit(0));

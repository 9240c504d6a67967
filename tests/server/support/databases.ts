import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { openPostgresStore } from '#lib/server/store/postgres-store.ts';

/** A new database on the server of TEST_DATABASE_URL, and how to drop it. */
export async function newDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
	const name = `recount_${randomBytes(6).toString('hex')}`;
	const run = async (statement: string) => {
		const opened = await openPostgresStore({ url: server, connections: 1 });
		if (!opened.ok) throw new Error(`TEST_DATABASE_URL: ${opened.problem.code}`);
		await opened.value.database.execute(sql.raw(statement));
		await opened.value.close();
	};
	await run(`CREATE DATABASE ${name}`);
	const url = new URL(server);
	url.pathname = `/${name}`;
	return { url: url.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '#lib/server/store/open-store.ts';
import { answers } from '#lib/server/store/schema.ts';
import { startHolder } from '../support/holder.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-store-'));
const env = { CLASS_DATA: folder };
const SLOW_MS = 180_000;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
	'a folder has one process; when that is killed, every acknowledged row is there',
	async () => {
		const holder = startHolder(env);
		await holder.line();

		const second = await openStore(env);
		expect(second).toEqual({ ok: false, problem: { code: 'locked', folder, pid: holder.pid } });

		const third = startHolder(env);
		expect(JSON.parse(await third.line())).toEqual({ code: 'locked', folder, pid: holder.pid });
		expect(await third.ended).toBe(3);

		for (let count = 0; count < 100; count++) await holder.line();
		const acknowledged = await holder.kill();
		expect(acknowledged).toBeGreaterThanOrEqual(100);
		expect(existsSync(join(folder, 'recount.lock'))).toBe(true);

		const again = await openStore(env);
		if (!again.ok) throw new Error(again.problem.code);
		const rows = await again.value.database.select().from(answers);
		const wholeUpTo = rows.length / 2;
		expect(wholeUpTo).toBeGreaterThanOrEqual(acknowledged);
		expect(wholeUpTo).toBeLessThanOrEqual(acknowledged + 1);
		expect(new Set(rows.map(({ attemptId, seq }) => `${attemptId} ${seq}`)).size).toBe(rows.length);

		await again.value.close();
		expect(existsSync(join(folder, 'recount.lock'))).toBe(false);
		await expect(again.value.transact(() => Promise.resolve(1))).rejects.toThrow('away');
	},
	SLOW_MS
);

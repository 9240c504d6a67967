import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isStoreExpected, openStore } from '#lib/server/store/open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'a-file');
writeFileSync(file, '');
const damaged = join(folder, 'damaged');
mkdirSync(join(damaged, 'pglite'), { recursive: true });
writeFileSync(join(damaged, 'pglite', 'PG_VERSION'), 'nonsense');

test.each([
	['nobody answers there', { DATABASE_URL: 'postgres://x@127.0.0.1:9/x' }, 'unreachable'],
	['no such machine', { DATABASE_URL: 'postgres://x@nowhere.invalid/x' }, 'unreachable'],
	['no address', { DATABASE_URL: 'not an address' }, 'broken'],
	['a file where a folder should be', { CLASS_DATA: file }, 'broken'],
	['a damaged database', { CLASS_DATA: damaged }, 'broken']
])(
	'what does not open: %s',
	async (_, env, code) => {
		const opened = await openStore(env);
		expect(opened).toMatchObject({ ok: false, problem: { code } });
	},
	60_000
);

test('a damaged database stays as it is, and nobody holds it', () => {
	expect(readdirSync(damaged)).toEqual(['pglite']);
});

test.each([
	['DATABASE_URL', { DATABASE_URL: 'postgres://x', CLASS_DATA: join(folder, 'none') }, true],
	['a folder that is there', { CLASS_DATA: folder }, true],
	['a folder that is not', { CLASS_DATA: join(folder, 'none') }, false]
])('whether there is a store, by %s', (_, env, expected) => {
	expect(isStoreExpected(env)).toBe(expected);
});

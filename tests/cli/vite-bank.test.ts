import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, createServer, type InlineConfig, type Rollup } from 'vite';
import { readBankAsset } from '#lib/bank/bank-asset.ts';
import { bankPlugin } from '../../src/cli/vite-bank.ts';
import { smallBank } from '../bank/small-bank.ts';

let root: string;
let config: InlineConfig;

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'recount-vite-'));
	mkdirSync(join(root, 'questions'));
	for (const { path, text } of smallBank())
		writeFileSync(join(root, 'questions', basename(path)), text);
	writeFileSync(
		join(root, 'main.js'),
		"import url from 'virtual:recount-bank'; document.title = url;"
	);
	config = { root, configFile: false, logLevel: 'silent', plugins: [bankPlugin()] };
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const names = () => join(root, 'questions', 'names.yaml');

async function withBrokenNames<T>(act: () => Promise<T>): Promise<T> {
	const good = readFileSync(names(), 'utf8');
	writeFileSync(names(), good.replace('type: thing', 'type: clock'));
	try {
		return await act();
	} finally {
		writeFileSync(names(), good);
	}
}

const buildOnce = () =>
	build({ ...config, build: { write: false, rollupOptions: { input: join(root, 'main.js') } } });

describe('in a build', () => {
	test('the bank is one hashed file, and the import its address', async () => {
		const { output } = (await buildOnce()) as Rollup.RollupOutput;
		const assets = output.filter((file) => file.type === 'asset');
		expect(assets.map(({ fileName }) => fileName)).toEqual([
			expect.stringMatching(/^assets\/recount-bank-[\w-]{8}\.json$/)
		]);
		const source = String(assets[0]?.source);
		expect(readBankAsset(source)).toMatchObject({
			ok: true,
			value: { reports: [{ id: 'flood' }] }
		});
		const [chunk] = output.filter((file) => file.type === 'chunk');
		expect(chunk?.code).toContain(`/${assets[0]?.fileName}`);
		expect(chunk?.code).not.toContain('Milltown');
	});

	test('a bank with problems fails it, with their words', async () => {
		await withBrokenNames(async () => {
			await expect(buildOnce()).rejects.toThrow(/names\.yaml:9:45: "clock" is not possible here/);
		});
	});
});

describe('in dev', () => {
	test('the file is served, and a change compiles anew, shows problems, and reloads', async () => {
		const server = await createServer({ ...config, server: { port: 0 }, appType: 'custom' });
		const sent: { type: string }[] = [];
		// Written until it is seen: the first change may come before the watcher looks.
		const heard = (type: string, text: string) =>
			expect
				.poll(
					() => {
						writeFileSync(names(), text);
						return sent.map((each) => each.type);
					},
					{ timeout: 20_000, interval: 500 }
				)
				.toContain(type);
		server.ws.send = ((payload: { type: string }) => sent.push(payload)) as typeof server.ws.send;
		try {
			await server.listen();
			const address = server.resolvedUrls?.local[0] ?? '';
			const module = await server.transformRequest('virtual:recount-bank');
			const url = /"(\/[^"]*recount-bank\.json[^"]*)"/.exec(module?.code ?? '')?.[1] ?? '';
			const served = async () => {
				const code = await (await fetch(new URL(url, address))).text();
				const path = /"(\/[^"]*recount-bank\.json[^"]*)"/.exec(code)?.[1] ?? '';
				return (await fetch(new URL(path, address))).text();
			};
			expect(readBankAsset(await served()).ok).toBe(true);
			const good = readFileSync(names(), 'utf8');
			await heard('error', good.replace('type: thing', 'type: clock'));
			await heard('full-reload', good);
			sent.length = 0;
			await heard('full-reload', good.replace('Great Bell', 'Small Bell'));
			expect(await served()).toContain('The Small Bell');
		} finally {
			await server.close();
		}
	}, 90_000);
});

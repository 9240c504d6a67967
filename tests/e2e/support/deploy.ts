import { createHash } from 'node:crypto';
import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const built = join(root, 'build');
const PACKED = /\.(br|gz|map)$/;
const TEXT = /\.(js|css|html|json|webmanifest)$/;
const HASHED = /^(?:.+\.)?([\w-]{8})\.\w+$/;

const filesOf = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** A copy of the built app in a folder of its own, which the caller removes. */
export function copyBuild(): string {
	const folder = mkdtempSync(join(tmpdir(), 'recount-build-'));
	cpSync(built, folder, { recursive: true });
	for (const file of filesOf(folder)) if (PACKED.test(file)) rmSync(file);
	writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	return folder;
}

/** The version a built app calls itself. */
function versionOf(build: string): string {
	const text = readFileSync(join(build, 'client', '_app', 'version.json'), 'utf8');
	return (JSON.parse(text) as { version: string }).version;
}

/** The hashed files of a built app, as they stand in addresses. */
export function hashedFiles(build: string): string[] {
	const client = join(build, 'client');
	return filesOf(join(client, '_app', 'immutable')).map((file) => file.slice(client.length));
}

/** A copy of the built app as a next deploy leaves it: another version, every hashed file under another name. */
export function nextBuild(version: string): string {
	const folder = copyBuild();
	const old = versionOf(folder);
	const hashed = filesOf(join(folder, 'client', '_app', 'immutable'));
	const hashes = hashed.map((file) => HASHED.exec(basename(file))?.[1] ?? '').filter(Boolean);
	const names = new RegExp(`(?:${[...new Set(hashes)].join('|')})(?=\\.\\w)`, 'g');
	const renamed = (text: string) =>
		text.replace(names, (hash) => hash.slice(0, 7) + (hash.endsWith('0') ? '1' : '0'));
	for (const file of filesOf(folder).filter((name) => TEXT.test(name))) {
		const text = readFileSync(file, 'utf8');
		const changed = renamed(text).replaceAll(old, version);
		writeFileSync(file, file.endsWith('.html') ? withNewPolicy(text, changed) : changed);
	}
	for (const file of hashed) renameSync(file, join(dirname(file), renamed(basename(file))));
	return folder;
}

/** The page's policy names its inline scripts by hash. */
function withNewPolicy(before: string, after: string): string {
	const scripts = (html: string) => [...html.matchAll(/<script>([^]*?)<\/script>/g)];
	const fresh = scripts(after).map(([, text = '']) => sha256(text));
	return scripts(before).reduce(
		(html, [, text = ''], i) => html.replace(sha256(text), fresh[i] ?? ''),
		after
	);
}

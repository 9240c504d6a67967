import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node, Pair, YAMLMap } from 'yaml';
import { problem, type Place, type Problem } from './problems.ts';

const BAD_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const offsetOf = (node: unknown) => (node as Node | null)?.range?.[0];

/** A key as the author wrote it: `000` stays `000`. */
function keyText(key: unknown): string | undefined {
	if (!isScalar(key) || key.value === null) return undefined;
	return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

interface Reading {
	placeOf: (offset: number) => Place;
	problems: Problem[];
}

function refuse(node: Node, { placeOf, problems }: Reading): void {
	const place = placeOf(offsetOf(node) ?? 0);
	if (isAlias(node)) problems.push(problem(place, 'yaml-alias', { name: `*${node.source}` }));
	else if ('anchor' in node && node.anchor)
		problems.push(problem(place, 'yaml-alias', { name: `&${node.anchor}` }));
	if (node.tag) problems.push(problem(place, 'yaml-tag', { tag: node.tag }));
}

function plainMap(map: YAMLMap, reading: Reading): Record<string, unknown> {
	const entries = new Map<string, unknown>();
	for (const pair of map.items) {
		const key = keyText(pair.key);
		const place = reading.placeOf(offsetOf(pair.key) ?? offsetOf(map) ?? 0);
		if (key === undefined || BAD_KEYS.has(key))
			reading.problems.push(problem(place, 'bad-key', { key: key ?? '?' }));
		else if (entries.has(key)) reading.problems.push(problem(place, 'duplicate-key', { key }));
		else entries.set(key, plain(pair.value, reading));
	}
	return Object.fromEntries(entries);
}

function plain(node: unknown, reading: Reading): unknown {
	if (!node) return null;
	refuse(node as Node, reading);
	if (isMap(node)) return plainMap(node, reading);
	if (isSeq(node)) return node.items.map((item) => plain(item, reading));
	return isScalar(node) ? node.value : null;
}

/** The plain data of a YAML node; aliases are never followed. */
export function plainData(root: Node, placeOf: (offset: number) => Place) {
	const reading: Reading = { placeOf, problems: [] };
	const data = plain(root, reading);
	return { data, problems: reading.problems };
}

function stepInto(node: unknown, step: string | number): { key?: unknown; value?: unknown } {
	if (isSeq(node)) return { value: node.items[Number(step)] };
	if (!isMap(node)) return {};
	return node.items.find((pair: Pair) => keyText(pair.key) === String(step)) ?? {};
}

/** Offsets of the key and the value at a path, or of the nearest value around it. */
export function nodeOffsets(root: Node, path: readonly (string | number)[]) {
	const start = offsetOf(root) ?? 0;
	let found = { key: start, value: start };
	let node: unknown = root;
	for (const step of path) {
		const { key, value } = stepInto(node, step);
		const at = offsetOf(key) ?? offsetOf(value);
		if (at === undefined) break;
		found = { key: at, value: offsetOf(value) ?? at };
		node = value;
	}
	return found;
}

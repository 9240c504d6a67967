import { fromUtf8, type Bytes } from './bytes.ts';

/** The text of a file, without the mark that some programs put first; nothing where it is no text. */
export function fileText(content: string | Bytes): string | undefined {
	const text = typeof content === 'string' ? content : fromUtf8(content);
	return text?.replace(/^\ufeff/, '');
}

/** A key that could change what an object is. */
class UnfitKey extends Error {}

function refuseUnfit(key: string, value: unknown): unknown {
	if (key === '__proto__') throw new UnfitKey(key);
	return value;
}

/** What a JSON text says; nothing where it is none, or names a key that no file of ours has. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text, refuseUnfit);
	} catch {
		return undefined;
	}
}

/** The kind that a file's data gives itself, and its version. */
interface FileHead {
	kind?: unknown;
	version?: unknown;
}

/** The head of a file's data, empty where it is no object. */
export function headOf(data: unknown): FileHead {
	return typeof data === 'object' && data !== null ? data : {};
}

/** Whether data is of a kind, but written by a newer version of the program. */
export function isNewer(data: unknown, { kind, version }: { kind: string; version: number }) {
	const head = headOf(data);
	return head.kind === kind && typeof head.version === 'number' && head.version > version;
}

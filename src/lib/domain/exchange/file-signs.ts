import type { ForeignFile } from '#lib/bank/problems.ts';

/** First bytes of files that are no text. */
const SIGNS: [ForeignFile, number[]][] = [
	['gzip', [0x1f, 0x8b]],
	['zip', [0x50, 0x4b, 0x03, 0x04]],
	['zip', [0x50, 0x4b, 0x05, 0x06]],
	['pdf', [0x25, 0x50, 0x44, 0x46]],
	['picture', [0x89, 0x50, 0x4e, 0x47]],
	['picture', [0xff, 0xd8, 0xff]],
	['picture', [0x47, 0x49, 0x46, 0x38]],
	['database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
	['zip', [0xd0, 0xcf, 0x11, 0xe0]]
];

/** What a file is by its first bytes, where that is no text. */
export function signOf(bytes: Uint8Array): ForeignFile | undefined {
	return SIGNS.find(([, sign]) => sign.every((byte, at) => bytes[at] === byte))?.[0];
}

/** The kind that a JSON text gives itself, '' where it gives none; nothing where it is no JSON object or list. */
export function jsonKind(text: string): string | undefined {
	if (!/^\s*[[{]/.test(text)) return undefined;
	const kindIn = (data: unknown) => {
		const kind = (data as { kind?: unknown } | null)?.kind;
		return typeof kind === 'string' ? kind : '';
	};
	try {
		return kindIn(JSON.parse(text));
	} catch {
		return kindOfFirstLine(text, kindIn);
	}
}

/** JSON Lines: the first line is a value of its own. */
function kindOfFirstLine(text: string, kindIn: (data: unknown) => string): string | undefined {
	const [line = '', second = ''] = text.trimStart().split('\n', 2);
	if (!/^\s*[[{]/.test(second)) return undefined;
	try {
		return kindIn(JSON.parse(line));
	} catch {
		return undefined;
	}
}

/** A stored value as JSON can hold it, and how many parts of it no text can hold. */
export interface PlainValue {
	plain: unknown;
	left: number;
}

/**
 * Turns what IndexedDB can hold into what JSON can: a date becomes `{ $date: ms }`, bytes
 * `{ $bytes: base64 }`, a file `{ $bytes, $type }`, a number JSON lacks `{ $number: text }`, a map or
 * set `{ $map }` or `{ $set }` of a list, and what else there is `{ $left: its name }`.
 */
export async function plainValue(value: unknown): Promise<PlainValue> {
	if (Array.isArray(value)) return listed(value, (plain) => plain);
	if (typeof value !== 'object' || value === null) return scalar(value);
	if (isRecord(value)) {
		const entries = Object.entries(value);
		const values = entries.map(([, one]) => one);
		return listed(values, (plain) =>
			Object.fromEntries(entries.map(([key], i) => [key, plain[i]] as const))
		);
	}
	if (value instanceof Map) return listed([...value], ($map) => ({ $map }));
	if (value instanceof Set) return listed([...value], ($set) => ({ $set }));
	return { plain: await special(value), left: isSpecial(value) ? 0 : 1 };
}

async function listed(values: unknown[], make: (plain: unknown[]) => unknown): Promise<PlainValue> {
	const all = await Promise.all(values.map(plainValue));
	const left = all.reduce((sum, one) => sum + one.left, 0);
	return { plain: make(all.map(({ plain }) => plain)), left };
}

function scalar(value: unknown): PlainValue {
	const isOdd = typeof value === 'bigint' || (typeof value === 'number' && !isFinite(value));
	return { plain: isOdd ? { $number: String(value) } : value, left: 0 };
}

function isRecord(value: object): value is Record<string, unknown> {
	return Object.prototype.toString.call(value) === '[object Object]';
}

function isSpecial(value: object): boolean {
	return (
		[Date, ArrayBuffer, Blob].some((kind) => value instanceof kind) || ArrayBuffer.isView(value)
	);
}

async function special(value: object): Promise<unknown> {
	if (value instanceof Date) return { $date: value.getTime() };
	if (value instanceof ArrayBuffer) return { $bytes: base64(new Uint8Array(value)) };
	if (ArrayBuffer.isView(value)) {
		const { buffer, byteOffset, byteLength } = value;
		return { $bytes: base64(new Uint8Array(buffer, byteOffset, byteLength)) };
	}
	if (value instanceof Blob) {
		const $bytes = base64(new Uint8Array(await value.arrayBuffer()));
		return { $bytes, $type: value.type };
	}
	return { $left: Object.prototype.toString.call(value).slice(8, -1) };
}

function base64(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}

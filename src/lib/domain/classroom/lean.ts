/**
 * A shape to write data by without its keys: `0` for a value as it is, a list of one shape for a list,
 * an object of shapes for an object. The order of its keys is part of the format.
 */
export type Shape = 0 | readonly [Shape] | { readonly [key: string]: Shape };

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

function leanObject(shape: Record<string, Shape>, value: object): unknown[] {
	const known = value as Record<string, unknown>;
	const parts = Object.entries(shape).map(([key, inner]) => toLean(inner, known[key]));
	while (parts.at(-1) === null) parts.pop();
	return parts;
}

/** Data as lists without keys; `null` stands for what is absent, and is left off at an end. */
export function toLean(shape: Shape, value: unknown): unknown {
	if (value === undefined) return null;
	if (shape === 0) return value;
	if (isList(shape)) return (value as unknown[]).map((each) => toLean(shape[0], each));
	return leanObject(shape as Record<string, Shape>, value as object);
}

/** The data of such lists; what does not fit the shape stays as it is, for a schema to refuse. */
export function fromLean(shape: Shape, lean: unknown): unknown {
	if (shape === 0 || !Array.isArray(lean)) return lean;
	if (isList(shape)) return lean.map((each) => fromLean(shape[0], each));
	const entries = Object.entries(shape as Record<string, Shape>);
	const isTooLong = lean.length > entries.length;
	const named = entries.map(([key, inner], i) => [key, fromLean(inner, lean[i] ?? null)] as const);
	return isTooLong ? lean : Object.fromEntries(named.filter(([, value]) => value !== null));
}

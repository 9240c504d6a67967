import * as v from 'valibot';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';

const DEFAULT_MOST_BYTES = 65_536;
const TOO_LARGE = 413;

/** What a body has to be. */
export interface BodyRules<S extends v.GenericSchema> {
	schema: S;
	/** 64 kB unless given. */
	mostBytes?: number;
}

/** The server underneath has a limit of its own for all bodies. */
function isTooLarge(error: unknown): boolean {
	return error instanceof Error && 'status' in error && error.status === TOO_LARGE;
}

/**
 * Reads a body up to a limit; the rest of a longer one is never read. The stream is not cancelled then: that
 * would cut the connection before the answer is sent.
 */
async function readUpTo(body: ReadableStream<Uint8Array>, most: number) {
	const chunks: Uint8Array[] = [];
	const reader = body.getReader();
	let bytes = 0;
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		bytes += read.value.byteLength;
		if (bytes > most) return undefined;
		chunks.push(read.value);
	}
	return Buffer.concat(chunks);
}

async function readBytes(request: Request, most: number): Promise<Outcome<Uint8Array, ApiProblem>> {
	const tooLarge = refused<ApiProblem>({ code: 'too-large' });
	if (Number(request.headers.get('content-length') ?? 0) > most) return tooLarge;
	try {
		const bytes = request.body ? await readUpTo(request.body, most) : new Uint8Array();
		return bytes ? done(bytes) : tooLarge;
	} catch (error) {
		return isTooLarge(error) ? tooLarge : refused({ code: 'unfit' });
	}
}

function parse(bytes: Uint8Array): Outcome<unknown, ApiProblem> {
	try {
		return done(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
	} catch {
		return refused({ code: 'unfit' });
	}
}

/** Where in a body the first thing is that does not fit, with dots. */
function placeOf(issue: v.BaseIssue<unknown>): string | undefined {
	const keys = (issue.path ?? []).map(({ key }) => String(key));
	return keys.length > 0 ? keys.join('.').slice(0, 200) : undefined;
}

/**
 * The body of a request, held against its schema.
 * @returns `not-json`, `too-large` (before it is parsed) or `unfit` with the place
 */
export async function readBody<S extends v.GenericSchema>(
	request: Request,
	{ schema, mostBytes = DEFAULT_MOST_BYTES }: BodyRules<S>
): Promise<Outcome<v.InferOutput<S>, ApiProblem>> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') return refused({ code: 'not-json' });
	const bytes = await readBytes(request, mostBytes);
	if (!bytes.ok) return bytes;
	const parsed = parse(bytes.value);
	if (!parsed.ok) return parsed;
	const checked = v.safeParse(schema, parsed.value, { abortEarly: true });
	if (checked.success) return done(checked.output);
	return refused({ code: 'unfit', where: placeOf(checked.issues[0]) });
}

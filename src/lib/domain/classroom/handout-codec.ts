import * as v from 'valibot';
import { fromBase64Url, toBase64Url, type Bytes } from './bytes.ts';
import { fileText, headOf, isNewer, parseJson } from './file-text.ts';
import { packHandout, unpackHandout } from './handout-link.ts';
import { handoutSchema } from './handout-schema.ts';
import { isSignedHandout, type SignedHandout } from './handout-signature.ts';
import { done, refused, type Outcome } from './outcome.ts';

const FILE = { kind: 'recount-handout', version: 1 } as const;
const PREFIX = 'h1.';
/** A file or link longer than this is not looked at. */
const MOST_CHARACTERS = 3_000_000;

/**
 * Why something is no handout. `foreign`: something else altogether; `newer`: made by a newer version
 * of the program; `unreadable`: cut off or damaged; `bad-signature`: changed by somebody on the way.
 */
export type HandoutProblem = {
	code: 'foreign' | 'newer' | 'too-large' | 'unreadable' | 'bad-signature';
};

type HandoutReading = Outcome<SignedHandout, HandoutProblem>;

/** A handout as the text of a `.recount` file. */
export function printHandoutFile({ handout, signature }: SignedHandout): string {
	return JSON.stringify({ ...FILE, handout, signature });
}

/** A handout as what stands behind the `#` of a link. */
export async function printHandoutLink(signed: SignedHandout): Promise<string> {
	return PREFIX + toBase64Url(await packHandout(signed));
}

interface Unchecked {
	handout: unknown;
	signature: unknown;
}

async function checked(crypto: Crypto, { handout, signature }: Unchecked): Promise<HandoutReading> {
	const read = v.safeParse(handoutSchema, handout);
	if (!read.success || typeof signature !== 'string') return refused({ code: 'unreadable' });
	const signed = { handout: read.output, signature };
	return (await isSignedHandout(crypto, signed))
		? done(signed)
		: refused({ code: 'bad-signature' });
}

/**
 * Reads a handout's file. That it is signed says only that it is as the holder of `signedBy` made it:
 * whether that is the class's teacher, the key pinned before tells.
 */
export async function readHandoutFile(
	crypto: Crypto,
	content: string | Bytes
): Promise<HandoutReading> {
	if (content.length > MOST_CHARACTERS) return refused({ code: 'too-large' });
	const text = fileText(content);
	const data = text === undefined ? undefined : parseJson(text);
	if (isNewer(data, FILE)) return refused({ code: 'newer' });
	if (headOf(data).kind !== FILE.kind) return refused({ code: 'foreign' });
	const { handout, signature } = data as Record<string, unknown>;
	return checked(crypto, { handout, signature });
}

/** Reads what stands behind the `#` of a link, as `readHandoutFile` reads a file. */
export async function readHandoutLink(crypto: Crypto, fragment: string): Promise<HandoutReading> {
	const [, version, body = ''] = /^#?h(\d+)\.([\w-]*)/.exec(fragment) ?? [];
	if (version === undefined) return refused({ code: 'foreign' });
	if (version !== '1') return refused({ code: 'newer' });
	if (body.length > MOST_CHARACTERS) return refused({ code: 'too-large' });
	const bytes = fromBase64Url(body);
	const read = bytes && (await unpackHandout(bytes));
	return read ? checked(crypto, read) : refused({ code: 'unreadable' });
}

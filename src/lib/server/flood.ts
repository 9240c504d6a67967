import { createHash, randomBytes } from 'node:crypto';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { Call } from './endpoint.ts';
import { TokenBuckets, type BucketSize } from './token-buckets.ts';

/**
 * A guard against floods, made for a school behind one address: thirty classes of thirty work at once,
 * each device with a request every few seconds, and ten of them sign in as the lesson begins. It counts for this
 * process alone; what must hold exactly (ten wrong PINs) is counted in the store. FLOOD_GUARD=off switches it
 * off where one address plays many schools.
 */
const SIZES = {
	/** Every request of an address. */
	any: { atOnce: 3000, perSecond: 500 },
	/** Sign-ins of an address. */
	'sign-in': { atOnce: 300, perSecond: 10 },
	/** Sign-ins to one class. */
	class: { atOnce: 60, perSecond: 1 },
	/** Set-up codes, invitations and recovery codes that an address tries. */
	code: { atOnce: 10, perSecond: 1 / 6 }
} satisfies Record<string, BucketSize>;

const MOST_BUCKETS = 20_000;
const buckets = new TokenBuckets(MOST_BUCKETS);
/** Addresses stand only as hashes that mean nothing outside this process. */
const salt = randomBytes(16);

/** What of a request the guard looks at. */
export interface Caller extends Pick<Call<unknown>, 'context'> {
	event: { getClientAddress(): string };
}

/** A proxy that leaves the header out that it should set shares one bucket for all it sends. */
function addressOf({ event }: Caller): string {
	try {
		return event.getClientAddress();
	} catch {
		return '';
	}
}

function take(size: keyof typeof SIZES, of: string, now: number): Outcome<undefined, ApiProblem> {
	if (process.env.FLOOD_GUARD === 'off') return done(undefined);
	const key = createHash('sha256').update(salt).update(of).digest('base64url');
	const retryAfterS = buckets.take(`${size} ${key}`, SIZES[size], now);
	return retryAfterS > 0 ? refused({ code: 'too-many', retryAfterS }) : done(undefined);
}

/** Lets a request of an address pass, or tells it to come `too-many` seconds later. */
export function passAddress(
	caller: Caller,
	size: Exclude<keyof typeof SIZES, 'class'>
): Outcome<undefined, ApiProblem> {
	return take(size, addressOf(caller), caller.context.now());
}

/** Lets a sign-in to a class pass (`of`: its code as shown, or its id), or tells it to come later. */
export function passClass(caller: Caller, of: string): Outcome<undefined, ApiProblem> {
	return take('class', of, caller.context.now());
}

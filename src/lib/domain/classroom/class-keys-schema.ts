import * as v from 'valibot';
import { fromBase64Url, joinBytes, toBase64Url } from './bytes.ts';
import { isPoint } from './points.ts';
import type { ClassKeys, KeyPairJwk } from './types.ts';

const keyHalf = v.pipe(
	v.string(),
	v.maxLength(100),
	v.check((given) => fromBase64Url(given)?.length === 32, 'not half a key')
);
const half = { kty: v.literal('EC'), crv: v.literal('P-256'), x: keyHalf, y: keyHalf };

/** Whether both keys of a pair are of one point, and that is on the curve. */
function isPair({ publicKey, privateKey }: KeyPairJwk): boolean {
	const [x, y] = [fromBase64Url(publicKey.x ?? ''), fromBase64Url(publicKey.y ?? '')];
	const isSame = publicKey.x === privateKey.x && publicKey.y === privateKey.y;
	return isSame && !!x && !!y && isPoint(toBase64Url(joinBytes(Uint8Array.of(4), x, y)));
}

const pair = v.pipe(
	v.strictObject({
		publicKey: v.strictObject(half),
		privateKey: v.strictObject({ ...half, d: keyHalf })
	}),
	v.check((keys) => isPair(keys), 'not a pair of keys')
);

/** A class's keys as a file holds them: both pairs whole, each of one point on the curve. */
export const classKeysSchema: v.GenericSchema<unknown, ClassKeys> = v.strictObject({
	seal: pair,
	sign: pair,
	secret: keyHalf
});

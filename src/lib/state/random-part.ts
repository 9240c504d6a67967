import { uuidText } from '#lib/domain/classroom/uuid.ts';

/** Eight letters and digits by chance, for ids that are minted; also where the address is not secure. */
export function randomPart(): string {
	return randomUuid().slice(0, 8);
}

/**
 * A uuid by chance; browsers give their own only on secure addresses.
 * @see RFC 9562, section 5.4
 */
export function randomUuid(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return uuidText(
		bytes.map((byte, i) => (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte))
	);
}

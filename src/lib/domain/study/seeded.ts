/**
 * A share in [0, 1) that depends on the text alone: the same seed gives the same fuzz and the same
 * order on every device.
 *
 * @see FNV-1a (Fowler, Noll, Vo) with the finaliser of MurmurHash3 (Appleby), both public domain
 */
export function seededShare(seed: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

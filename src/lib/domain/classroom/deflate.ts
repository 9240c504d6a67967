import { joinBytes, type Bytes } from './bytes.ts';

type Through = ReadableWritablePair<Bytes, BufferSource>;

/** What comes out of a stream that bytes go through, or nothing once it is more than `mostBytes`. */
async function sent(bytes: Bytes, through: Through, mostBytes: number): Promise<Bytes | undefined> {
	const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
	const parts: Bytes[] = [];
	let length = 0;
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		length += read.value.length;
		if (length > mostBytes) {
			await reader.cancel();
			return undefined;
		}
		parts.push(read.value);
	}
	return joinBytes(...parts);
}

/** Bytes packed. @see RFC 1951 */
export async function deflate(bytes: Bytes): Promise<Bytes> {
	const packed = await sent(bytes, new CompressionStream('deflate-raw'), Infinity);
	return packed ?? bytes;
}

/** Packed bytes unpacked, or nothing where they are damaged or would be more than `mostBytes`. */
export async function inflate(bytes: Bytes, mostBytes: number): Promise<Bytes | undefined> {
	try {
		return await sent(bytes, new DecompressionStream('deflate-raw'), mostBytes);
	} catch {
		return undefined;
	}
}

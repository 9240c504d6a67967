/** A stream that grew beyond what is safe to hold. */
export class TooLarge extends Error {}

/** How much text goes through the packer at once. */
const BATCH_CHARACTERS = 65_536;
/** The longest text that is taken in, three times over, fits into one line. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** Packs lines, each ended by `\n`, into a gzip file. */
export async function packLines(lines: AsyncIterable<string>): Promise<Blob> {
	const source = lines[Symbol.asyncIterator]();
	const encoder = new TextEncoder();
	const bytes = new ReadableStream<BufferSource>({
		async pull(controller) {
			let batch = '';
			let next = await source.next();
			for (; !next.done; next = await source.next()) {
				batch += `${next.value}\n`;
				if (batch.length > BATCH_CHARACTERS) break;
			}
			if (batch !== '') controller.enqueue(encoder.encode(batch));
			if (next.done) controller.close();
		}
	});
	return new Response(bytes.pipeThrough(new CompressionStream('gzip'))).blob();
}

/**
 * The lines of a gzip file, without their line ends; what follows the last line end comes last.
 * @throws TooLarge beyond `mostBytes` unpacked; whatever the platform throws for damaged bytes
 */
export async function* unpackLines(packed: Blob, mostBytes: number): AsyncGenerator<string> {
	const reader = packed.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let rest = '';
	let bytes = 0;
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		bytes += read.value.byteLength;
		const text = decoder.decode(read.value, { stream: true });
		const end = text.lastIndexOf('\n');
		// Only whole lines are cut apart, so that one endless line stays cheap until it is refused.
		if (end >= 0) yield* (rest + text.slice(0, end)).split('\n');
		rest = end >= 0 ? text.slice(end + 1) : rest + text;
		if (bytes > mostBytes || rest.length > LONGEST_LINE) {
			await reader.cancel();
			throw new TooLarge(`more than ${mostBytes} bytes`);
		}
	}
	rest += decoder.decode();
	if (rest !== '') yield rest;
}

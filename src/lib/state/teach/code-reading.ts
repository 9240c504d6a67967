/** A picture that codes are looked for in: a file, or a frame of the camera. */
type Picture = Blob | ImageData;

/** What browsers that read codes themselves offer. */
interface Detector {
	detect(picture: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}

interface DetectorMaker {
	new (options: { formats: string[] }): Detector;
	getSupportedFormats(): Promise<string[]>;
}

const FORMAT = 'qr_code';
/** A sheet of printed codes holds no more. */
const MOST_CODES = 255;

let detector: Promise<Detector | undefined> | undefined;

async function ownDetector(): Promise<Detector | undefined> {
	const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorMaker };
	const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
	return BarcodeDetector && formats.includes(FORMAT)
		? new BarcodeDetector({ formats: [FORMAT] })
		: undefined;
}

async function byBrowser(picture: Picture): Promise<string[]> {
	detector ??= ownDetector();
	const own = await detector;
	if (!own) return [];
	try {
		const source = picture instanceof Blob ? await createImageBitmap(picture) : picture;
		return (await own.detect(source)).map(({ rawValue }) => rawValue);
	} catch {
		// A reader that is there and does not work is as good as none.
		detector = Promise.resolve(undefined);
		return [];
	}
}

let wasm: ReturnType<typeof loadWasm> | undefined;

async function loadWasm() {
	const [reader, { default: url }] = await Promise.all([
		import('zxing-wasm/reader'),
		import('zxing-wasm/reader/zxing_reader.wasm?url')
	]);
	await reader.prepareZXingModule({
		overrides: { locateFile: () => url },
		fireImmediately: true
	});
	return reader;
}

async function byWasm(picture: Picture): Promise<string[]> {
	wasm ??= loadWasm();
	try {
		const found = await (
			await wasm
		).readBarcodes(picture, {
			formats: ['QRCode'],
			maxNumberOfSymbols: MOST_CODES,
			tryHarder: true
		});
		return found.filter(({ isValid }) => isValid).map(({ text }) => text);
	} catch (cause) {
		// Where it could not be fetched, the next picture tries again.
		wasm = undefined;
		throw cause;
	}
}

/**
 * The texts of all QR codes in a picture, read by the browser where it can, else by our own reader.
 * @throws where our own reader cannot be fetched, or the picture is none
 */
export async function readCodes(picture: Picture): Promise<string[]> {
	const found = await byBrowser(picture);
	// The browser's reader is quick, ours reads more: a still picture deserves both.
	const isFrame = picture instanceof ImageData && (await detector) !== undefined;
	return found.length > 0 || isFrame ? found : byWasm(picture);
}

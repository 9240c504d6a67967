/** The ways in which this browser lets a file leave the page. */
export interface Handing {
	/** Asks where to write; what was written can be read back. */
	pick?: (name: string) => Promise<FileSystemFileHandle>;
	/** Hands a file to the browser's downloads; whether it arrives is not told. */
	download: (file: Blob, name: string) => void;
	/** Hands a file to another app. */
	share?: (file: Blob, name: string) => Promise<void>;
}

/** What became of asking the person; `needs-click`: the browser wants a fresh press of a button. */
type Asked<T> = { code: 'given'; value: T } | { code: 'cancelled' } | { code: 'needs-click' };

const GZIP = 'application/gzip';

type Picker = (options: object) => Promise<FileSystemFileHandle>;

/** What this browser can do. */
export function browserHanding(): Handing {
	const { showSaveFilePicker } = window as { showSaveFilePicker?: Picker };
	const sample = new File([], 'recount.json.gz', { type: GZIP });
	const shares = navigator.canShare?.({ files: [sample] }) ?? false;
	return {
		...(showSaveFilePicker && { pick: (name) => showSaveFilePicker(pickerOptions(name)) }),
		download,
		...(shares && { share: (file, name) => navigator.share({ files: [asFile(file, name)] }) })
	};
}

/** Runs what asks the person, and turns what they or the browser refuse into an outcome. */
export async function asking<T>(ask: () => Promise<T>): Promise<Asked<T>> {
	try {
		return { code: 'given', value: await ask() };
	} catch (cause) {
		const name = cause instanceof DOMException ? cause.name : undefined;
		if (name === 'AbortError') return { code: 'cancelled' };
		if (name === 'SecurityError' || name === 'NotAllowedError') return { code: 'needs-click' };
		throw cause;
	}
}

function pickerOptions(suggestedName: string): object {
	return { suggestedName, types: [{ accept: { [GZIP]: ['.gz'] } }] };
}

function asFile(file: Blob, name: string): File {
	return new File([file], name, { type: GZIP });
}

function download(file: Blob, name: string): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// Browsers read the address after the click has returned.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

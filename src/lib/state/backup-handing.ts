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

/** What sort of file is handed over. */
export interface FileKind {
	mime: string;
	/** With the dot. */
	ending: string;
}

const BACKUP: FileKind = { mime: 'application/gzip', ending: '.gz' };
/** A bank of a person's own. */
export const BANK: FileKind = { mime: 'application/yaml', ending: '.yaml' };

type Picker = (options: object) => Promise<FileSystemFileHandle>;

/** What this browser can do with a file of a kind. */
export function browserHanding(kind = BACKUP): Handing {
	const { showSaveFilePicker } = window as { showSaveFilePicker?: Picker };
	const sample = asFile(new Blob(), `recount${kind.ending}`, kind);
	const shares = navigator.canShare?.({ files: [sample] }) ?? false;
	return {
		...(showSaveFilePicker && { pick: (name) => showSaveFilePicker(pickerOptions(name, kind)) }),
		download,
		...(shares && { share: (file, name) => navigator.share({ files: [asFile(file, name, kind)] }) })
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

function pickerOptions(suggestedName: string, { mime, ending }: FileKind): object {
	return { suggestedName, types: [{ accept: { [mime]: [ending] } }] };
}

function asFile(file: Blob, name: string, { mime }: FileKind): File {
	return new File([file], name, { type: mime });
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

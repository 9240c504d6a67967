import { clipboardText, readCopied, type Copied } from './intake-clipboard.ts';
import { sharedText, type SharedText } from './shared-text.ts';
import { readText, readTextFile, type ReadText, type TextFileProblem } from './text-file.ts';

/**
 * Why no text came. `no-clipboard`: the browser did not let us read it; `link-only`: an address was
 * shared without a text; `not-shared`: what was shared is not there.
 */
export type IntakeTrouble =
	| TextFileProblem
	| { code: 'no-clipboard' | 'empty-clipboard' | 'not-shared' }
	| { code: 'link-only'; url: string };

/** How the text got here, to be told. */
export interface Arrival {
	from: 'paste' | 'file' | 'shared';
	name?: string;
}

/** How whole texts get to the intake: pasted, opened or shared. */
export class IntakeArrivals {
	#put: (read: ReadText) => void;

	/** Why the last text did not come. */
	trouble = $state.raw<IntakeTrouble>();
	/** How the present text came; nothing where it was typed. */
	last = $state.raw<Arrival>();
	isReading = $state(false);

	/** `put` sets a text in the place of what is there. */
	constructor(put: (read: ReadText) => void) {
		this.#put = put;
	}

	/** Takes a whole text. */
	async take(text: string, arrival: Arrival): Promise<void> {
		this.#arrive(await readText(text), arrival);
	}

	/** Takes what was copied from a page or another program. */
	async takeCopied(copied: Copied): Promise<void> {
		this.#arrive(await readCopied(copied), { from: 'paste' });
	}

	async openFile(file: File, from: 'file' | 'shared' = 'file'): Promise<void> {
		this.isReading = true;
		const read = await readTextFile(file);
		this.isReading = false;
		if (read.ok) this.#arrive(read.value, { from, name: file.name });
		else this.trouble = read.problem;
	}

	/** Takes the text of the clipboard, where the browser allows it. */
	async paste(): Promise<void> {
		const copied = await clipboardText();
		if (!copied) this.trouble = { code: 'no-clipboard' };
		else if (`${copied.plain}${copied.html}`.trim() === '')
			this.trouble = { code: 'empty-clipboard' };
		else await this.takeCopied(copied);
	}

	/** Takes what another app shared, if it is there; gives back how it is forgotten. */
	async takeShared(isExpected: boolean): Promise<(() => Promise<void>) | undefined> {
		const found = await sharedText();
		if (found?.shared) await this.#takeOne(found.shared);
		else if (isExpected) this.trouble = { code: 'not-shared' };
		return found?.forget;
	}

	/** Nothing is to be told of how the text came. */
	forget(): void {
		this.trouble = undefined;
		this.last = undefined;
	}

	async #takeOne({ text, url, file }: SharedText): Promise<void> {
		if (file) await this.openFile(file, 'shared');
		else if (text !== '') await this.take(text, { from: 'shared' });
		else this.trouble = url ? { code: 'link-only', url } : { code: 'not-shared' };
	}

	#arrive(read: ReadText, arrival: Arrival): void {
		this.#put(read);
		this.trouble = undefined;
		this.last = arrival;
	}
}

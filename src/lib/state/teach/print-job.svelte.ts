import {
	hasTwins,
	paperId,
	paperVersions,
	type PaperVersion
} from '#lib/domain/classroom/paper-versions.ts';
import type { Printable, PrintSource } from './print-source.svelte.ts';
import {
	isThere,
	keyItems,
	noticesOf,
	printedVersion,
	type KeyItem,
	type PrintedVersion
} from './print-view.ts';

/** What can be printed of a quiz. */
export const SHEETS = ['paper', 'answers', 'key'] as const;
export type SheetKind = (typeof SHEETS)[number];

/** How large the letters are. */
export type PrintSize = 'normal' | 'large';

/** A quiz on its way to paper: what of it, in how many versions, how large. */
export class PrintJob {
	readonly source: PrintSource;
	kinds = $state.raw<readonly SheetKind[]>(['paper', 'key']);
	count = $state(1);
	size = $state<PrintSize>('normal');

	constructor(source: PrintSource) {
		this.source = source;
	}

	get status(): 'loading' | 'failed' | 'missing' | 'ready' {
		const { current } = this.source;
		if (current.status !== 'ready') return current.status;
		return current.value ? 'ready' : 'missing';
	}

	get printable(): Printable | undefined {
		const { current } = this.source;
		return current.status === 'ready' ? current.value : undefined;
	}

	/** What can be printed: items whose question has left the library cannot. */
	readonly #quiz = $derived.by(() => {
		const { bank, items = [] } = this.printable ?? {};
		return bank && { bank, items: items.filter((item) => isThere(bank, item)) };
	});
	/** On every sheet, so that paper and key can be told to belong together. */
	readonly paperId: string = $derived.by(() => (this.#quiz ? paperId(this.#quiz) : ''));
	readonly #orders: PaperVersion[] = $derived.by(() =>
		this.#quiz ? paperVersions(this.#quiz, { seed: this.paperId, count: this.count }) : []
	);
	readonly versions: PrintedVersion[] = $derived.by(() => {
		const bank = this.#quiz?.bank;
		return bank ? this.#orders.map((version) => printedVersion(bank, version)) : [];
	});
	readonly key: KeyItem[] = $derived.by(() =>
		this.#quiz ? keyItems(this.#quiz.bank, this.#orders) : []
	);
	readonly notices: { isGrave: boolean; texts: string[] } = $derived.by(() =>
		this.#quiz ? noticesOf(this.#quiz.bank, this.#quiz.items) : { isGrave: false, texts: [] }
	);

	get itemCount(): number {
		return this.#quiz?.items.length ?? 0;
	}

	/** Items that are left out because their question has left the library. */
	get goneCount(): number {
		return (this.printable?.items.length ?? 0) - this.itemCount;
	}

	get points(): number {
		return this.key.reduce((sum, { points }) => sum + points, 0);
	}

	/** Whether there are fewer orders than versions. */
	get hasTwins(): boolean {
		return hasTwins(this.#orders);
	}

	has(kind: SheetKind): boolean {
		return this.kinds.includes(kind);
	}
}

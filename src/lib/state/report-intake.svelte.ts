import { randomUuid } from './random-part.ts';
import type { Name, ReportId } from '#lib/bank/types.ts';
import { countWords } from '#lib/bank/word-count.ts';
import { suggestHead } from '#lib/domain/desk/intake-head.ts';
import { keptAfterEdit } from '#lib/domain/desk/intake-kept.ts';
import type { IntakeProblem } from '#lib/domain/desk/intake.ts';
import {
	IntakeRepository,
	type IntakeDraft,
	type IntakeRecord
} from '#lib/storage/intake-repository.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { App } from './app.svelte.ts';
import {
	deskFrom,
	foundHead,
	headOf,
	joinNames,
	missingParts,
	placesIn,
	readDraft
} from './intake-head.ts';
import { IntakeArrivals } from './intake-arrivals.svelte.ts';
import { TabLock } from './tab-lock.svelte.ts';
import type { ReadText } from './text-file.ts';

/** A longer text is read a moment after the last key. */
const LONG = 60_000;
const PAUSE_MS = 300;

/** Adding a report: its text, what was taken out of it, and its head; all is kept as it is typed. */
export class ReportIntake {
	readonly lock: TabLock;
	/** How whole texts get here. */
	readonly arrivals = new IntakeArrivals((read) => this.#take(read));
	#app: App;
	#store: IntakeRepository;
	#isExpected: boolean;
	#ownNames = $state.raw<Name[]>([]);
	#saving: Promise<void> | undefined;
	#isChanged = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** What is read of the draft: of a long text a moment behind it. */
	#read = $state.raw<Pick<IntakeDraft, 'text' | 'kept' | 'found'>>({
		text: '',
		kept: [],
		found: {}
	});

	status = $state<'loading' | 'ready' | 'failed' | 'starting'>('loading');
	draft = $state.raw<IntakeDraft>(emptyDraft());
	/** What the present text took the place of. */
	earlier = $state.raw<IntakeDraft>();
	/** Why the store did not take what was typed. */
	unkept = $state.raw<StoreProblem>();

	intake = $derived.by(() => readDraft(this.#read));
	/** Words of the paragraphs. */
	words = $derived(this.intake.paragraphs.reduce((sum, { text }) => sum + countWords(text), 0));
	#said = $derived.by(() => suggestHead(this.#read.text));
	found = $derived(foundHead(this.#read.found, this.#said));
	head = $derived(headOf(this.draft, this.found));
	missing = $derived(missingParts(this.head));

	/** `isExpected`: a shared text is on its way here. */
	constructor(app: App, isExpected = false) {
		this.#app = app;
		this.#isExpected = isExpected;
		this.#store = new IntakeRepository(app.database);
		this.lock = new TabLock('recount-intake', () => void this.#open());
		if (isExpected) this.lock.takeOver();
		else this.lock.hold();
	}

	get hasText(): boolean {
		return this.draft.text.trim() !== '';
	}

	get problem(): IntakeProblem | undefined {
		return this.intake.problem;
	}

	get canStart(): boolean {
		return this.status === 'ready' && this.draft.text.trim() !== '' && !this.problem;
	}

	/** Paragraphs of running text. */
	get paragraphCount(): number {
		return this.intake.paragraphs.filter(({ number }) => number !== 'caption').length;
	}

	/** What the report calls itself: no title in the author's own words. */
	get headlines(): string[] {
		const headings = this.intake.taken.filter(({ kind }) => kind === 'heading');
		const { title } = this.draft.found;
		return [...(title ? [title] : []), ...headings.map(({ text }) => text)];
	}

	/** Every name that can be the place. */
	get names(): Name[] {
		return joinNames(this.#app.look.bank.names, this.#ownNames);
	}

	places = $derived.by(() => placesIn(this.#read.text, this.names));

	get place(): Name | undefined {
		const { place, newPlace } = this.draft;
		return newPlace?.id === place ? newPlace : this.names.find(({ id }) => id === place);
	}

	/** Takes what was typed into the text. */
	edit(text: string): void {
		const kept = keptAfterEdit(this.draft.text, text, this.draft.kept);
		this.arrivals.trouble = undefined;
		this.change({ text, kept });
	}

	/** Takes what was changed in the head, or all of it. */
	change(changes: Partial<IntakeDraft>): void {
		this.draft = { ...this.draft, ...changes };
		this.#show();
		this.#save();
	}

	/** Puts something back into the text, or takes it out again. */
	keep(ids: readonly string[], isKept: boolean): void {
		const others = this.draft.kept.filter((id) => !ids.includes(id));
		this.change({ kept: isKept ? [...others, ...ids] : others });
	}

	/** Begins anew; what was there can be brought back. */
	clear(): void {
		this.#replace(emptyDraft());
	}

	/** Brings back what was there before the last text came. */
	bringBack(): void {
		if (!this.earlier) return;
		this.#replace(this.earlier);
	}

	/** Lets go of what the present text took the place of. */
	dropEarlier(): void {
		this.earlier = undefined;
		this.arrivals.forget();
		this.#save();
	}

	/** Puts the desk up; gives its id, or nothing where the store did not take it. */
	async start(): Promise<ReportId | undefined> {
		if (!this.canStart) return undefined;
		this.status = 'starting';
		await this.#saving;
		const { id, place, newPlace } = this.draft;
		const desk = deskFrom(this.draft, this.head);
		const names = newPlace && newPlace.id === place ? [newPlace] : [];
		const outcome = await this.#store.start(desk, names, this.#app.now());
		if (outcome.ok) return id;
		this.unkept = outcome.problem;
		this.status = 'ready';
		return undefined;
	}

	/** Resolves once everything typed is stored, and lets another tab in. */
	async close(): Promise<void> {
		await this.#saving;
		this.lock.release();
	}

	#take({ text, found }: ReadText): void {
		const isFirst = !this.hasText;
		const fresh = isFirst ? { ...this.draft, kept: [] } : emptyDraft();
		this.#replace({ ...fresh, text, found }, isFirst);
	}

	#replace(draft: IntakeDraft, isFirst = !this.hasText): void {
		this.arrivals.forget();
		this.earlier = isFirst ? undefined : this.draft;
		this.draft = draft;
		this.#show();
		this.#save();
	}

	/** Reads the draft: a long one once the typing pauses. */
	#show(): void {
		const { text, kept, found } = this.draft;
		const show = () => (this.#read = { text, kept, found });
		clearTimeout(this.#timer);
		const isSame = text === this.#read.text && kept === this.#read.kept;
		if (isSame && found === this.#read.found) return;
		const isTyping = Math.abs(text.length - this.#read.text.length) < 100;
		if (text.length > LONG && isTyping) this.#timer = setTimeout(show, PAUSE_MS);
		else show();
	}

	/** Stores the draft as it is now; what changes meanwhile is stored right after. */
	#save(): void {
		this.#isChanged = true;
		this.#saving ??= this.#write().finally(() => (this.#saving = undefined));
	}

	async #write(): Promise<void> {
		while (this.#isChanged && this.lock.isHeld) {
			this.#isChanged = false;
			const record: IntakeRecord = { draft: this.draft, earlier: this.earlier };
			const outcome = await this.#store.keep(record);
			this.unkept = outcome.ok ? undefined : outcome.problem;
		}
	}

	async #open(): Promise<void> {
		try {
			const [record, names] = await Promise.all([this.#store.read(), this.#app.reports.names()]);
			this.draft = record?.draft ?? emptyDraft();
			this.earlier = record?.earlier;
			this.#ownNames = names;
			this.#show();
			await this.#takeShared();
			this.status = 'ready';
		} catch {
			this.status = 'failed';
		}
	}

	/** Takes what another app shared; it is forgotten only once it is stored here, or told to be unfit. */
	async #takeShared(): Promise<void> {
		const forget = await this.arrivals.takeShared(this.#isExpected && !this.hasText);
		this.#isExpected = false;
		await this.#saving;
		if (!this.unkept) await forget?.();
	}
}

function emptyDraft(): IntakeDraft {
	return {
		id: `r-${randomUuid()}`,
		text: '',
		kept: [],
		found: {},
		title: '',
		publisher: {},
		date: {},
		notice: ''
	};
}

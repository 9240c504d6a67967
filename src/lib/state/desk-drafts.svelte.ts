import type { ReportId } from '#lib/bank/types.ts';
import { draftTaste, verdictsOn, type DraftTaste } from '#lib/domain/desk/draft-taste.ts';
import { hasGap } from '#lib/domain/desk/live-checks.ts';
import type { DeskPatch, DropReason } from '#lib/domain/desk/types.ts';
import type { Drafted, DraftProblem } from '#lib/domain/drafting/types.ts';
import { DeskRepository } from '#lib/storage/desk-repository.ts';
import type { App } from './app.svelte.ts';
import type { DeskKeeping } from './desk-keeping.svelte.ts';
import {
	bestDrafts,
	firstNew,
	keptOf,
	listDrafts,
	nextOf,
	openDrafts,
	type ListedDraft
} from './draft-choice.ts';
import { forgetDraftEdits, keepDraftEdit, readDraftEdits } from './draft-edit-place.ts';
import { keptDraft, keptDrafts, wordingOf, type DraftWording } from './draft-keeping.ts';
import { draftedText, placeDrafts, type DeskDraft } from './draft-places.ts';
import { draftInWorker, type Drafter, type DrafterFailure } from './drafter.ts';
import { randomPart } from './random-part.ts';

/** `none` before drafts were asked for, and where that was stopped. */
type DraftsStatus = 'none' | 'working' | 'ready' | DrafterFailure;

/** What was done to drafts last, to be told. */
export interface DraftDeed {
	done: 'kept' | 'dropped';
	count: number;
}

const mint = (letter: string) => `${letter}-${randomPart()}`;

function whatOf({ done, count }: DraftDeed): string {
	if (done === 'dropped') return 'drop-draft';
	return count > 1 ? 'keep-drafts' : 'keep-draft';
}

/** Questions that were drafted of a desk's text; none is a question before a person keeps it. */
export class DeskDrafts {
	#app: App;
	#keeping: DeskKeeping;
	#drafter: Drafter;
	#stop: (() => void) | undefined;
	#all = $state.raw<ListedDraft[]>([]);
	#taste: DraftTaste = () => 0;

	/** Whether the drafts are shown in place of the questions. */
	isOpen = $state(false);
	status = $state<DraftsStatus>('none');
	/** From 0 to 1, while it works and as far as it is known. */
	share = $state<number>();
	/** Why there are none, or fewer. */
	problems = $state.raw<DraftProblem[]>([]);
	currentId = $state<string>();
	/** The current draft is being changed, or a reason to drop it is chosen. */
	mode = $state<'look' | 'edit' | 'drop'>('look');
	said = $state.raw<DraftDeed>();

	/** Those that are neither kept nor dropped, in the order of the report. */
	list = $derived.by((): ListedDraft[] => openDrafts(this.#all, this.#keeping.desk));
	current = $derived.by(
		(): ListedDraft | undefined => this.list.find(({ id }) => id === this.currentId) ?? this.list[0]
	);
	/** How many of all drafts were kept. */
	keptCount = $derived.by((): number => keptOf(this.#all, this.#keeping.desk));

	constructor(app: App, keeping: DeskKeeping, drafter = draftInWorker) {
		this.#app = app;
		this.#keeping = keeping;
		this.#drafter = drafter;
	}

	get hasSome(): boolean {
		return this.#all.length > 0;
	}

	/** Shows the drafts, and makes them where that was not done yet. */
	async open(): Promise<void> {
		this.isOpen = true;
		this.mode = 'look';
		this.#keeping.openId = undefined;
		if (this.status !== 'ready' && this.status !== 'working') await this.#draft();
	}

	/** Goes back to the questions; what was drafted stays. */
	close(): void {
		this.isOpen = false;
		this.mode = 'look';
		this.said = undefined;
		if (this.status === 'working') this.stop();
	}

	/** Breaks the drafting off. */
	stop(): void {
		this.#stop?.();
		this.#stop = undefined;
		if (this.status === 'working') this.status = 'none';
	}

	/** Tries again after a failure. */
	async again(): Promise<void> {
		await this.#draft();
	}

	/** The words of a draft so far: those that were begun, or its own. */
	begun(draft: ListedDraft): DraftWording {
		const edits = readDraftEdits(this.#keeping.desk.id);
		return edits.find(({ id }) => id === draft.id)?.wording ?? wordingOf(draft);
	}

	/** Keeps the words of a draft that are being changed, until it is kept or left as it was. */
	keepBegun({ id }: ListedDraft, wording: DraftWording): void {
		keepDraftEdit(this.#keeping.desk.id, { id, wording });
	}

	/** Goes back to looking; a current draft that was being reworded is left as it was. */
	leave(): void {
		if (this.mode === 'edit' && this.current) this.#forget([this.current.id]);
		this.mode = 'look';
	}

	turn(by: 1 | -1): void {
		const { list, current } = this;
		const next = list[list.findIndex(({ id }) => id === current?.id) + by];
		if (next) this.show(next.id);
	}

	show(id: string): void {
		this.mode = 'look';
		this.currentId = id;
	}

	/** Keeps the current draft, as it is or as it was reworded; a gap has to be rewritten first. */
	keep(wording?: DraftWording): boolean {
		const draft = this.current;
		if (!draft) return false;
		const kept = wording ?? wordingOf(draft);
		if (hasGap(kept.ask)) {
			this.mode = 'edit';
			return false;
		}
		const { desk, names } = this.#keeping;
		const { patch, questionId } = keptDraft(desk, draft, kept, { names, mint });
		this.#forget([draft.id]);
		this.#act({ done: 'kept', count: 1 }, questionId, patch);
		return true;
	}

	/** Keeps several as they are, in one step. */
	keepAll(drafts: readonly DeskDraft[]): void {
		const { desk, names } = this.#keeping;
		const patch = keptDrafts(desk, drafts, { names, mint });
		this.#forget(drafts.map(({ id }) => id));
		this.#act({ done: 'kept', count: drafts.length }, `drafts ${drafts[0]?.id}`, patch);
	}

	drop(reason: DropReason): void {
		const draft = this.current;
		if (!draft) return;
		const { id, rule, kind } = draft;
		this.#forget([id]);
		this.#act({ done: 'dropped', count: 1 }, id, { drops: { [id]: { id, rule, kind, reason } } });
	}

	/** The best that are still there, to be read through before they are kept together. */
	best(count: number): ListedDraft[] {
		return bestDrafts(this.list, count);
	}

	/** Takes a step of the desk's, and shows the draft that came back with it, if one did. */
	follow(step: () => void): void {
		if (!this.isOpen) {
			step();
			return;
		}
		const before = this.list;
		step();
		this.#keeping.openId = undefined;
		this.mode = 'look';
		this.said = undefined;
		const back = firstNew(before, this.list);
		if (back) this.currentId = back.id;
	}

	/** Does something to drafts; the one behind them is next. */
	#act(deed: DraftDeed, target: string, patch: DeskPatch): void {
		const before = this.list;
		const at = before.findIndex(({ id }) => id === this.current?.id);
		this.#keeping.act(whatOf(deed), target, patch);
		this.currentId = nextOf(before.slice(at), this.list)?.id;
		this.mode = 'look';
		this.said = deed;
	}

	async #draft(): Promise<void> {
		this.status = 'working';
		this.share = undefined;
		const { desk } = this.#keeping;
		this.#taste = await this.#readTaste(desk.id);
		// Stopped meanwhile.
		if ((this.status as DraftsStatus) !== 'working') return;
		const { date, title } = desk.head;
		const options = { date: date.value, title };
		this.#stop = this.#drafter(
			{ text: draftedText(desk), options },
			{
				onprogress: (done, of) => (this.share = of > 0 ? done / of : undefined),
				ondone: (drafted) => this.#take(drafted),
				onfailed: (failure) => (this.status = failure)
			}
		);
	}

	#take({ drafts, problems }: Drafted): void {
		this.#all = listDrafts(placeDrafts(this.#keeping.desk, drafts), this.#taste);
		this.problems = problems;
		this.status = 'ready';
		this.currentId = this.list[0]?.id;
		const edits = readDraftEdits(this.#keeping.desk.id);
		const last = edits.findLast((edit) => this.list.some(({ id }) => id === edit.id));
		if (!last) return;
		this.currentId = last.id;
		this.mode = 'edit';
	}

	#forget(ids: readonly string[]): void {
		forgetDraftEdits(this.#keeping.desk.id, ids);
	}

	/** What this person kept and dropped on all desks of this device. */
	async #readTaste(id: ReportId): Promise<DraftTaste> {
		try {
			const rows = await new DeskRepository(this.#app.database).all();
			const others = rows.flatMap(({ desk }) => (desk.id === id ? [] : verdictsOn(desk)));
			return draftTaste([...others, ...verdictsOn(this.#keeping.desk)]);
		} catch {
			// Drafts come in their own order then.
			return () => 0;
		}
	}
}

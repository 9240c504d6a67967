import { SvelteMap } from 'svelte/reactivity';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import {
	firstPlace,
	keepPlace,
	readPlace,
	type PlaceOwner,
	type PresentPlace
} from './present-place.ts';
import { slidesOf, type Slide, type Step } from './present-slides.ts';
import { readPresented, type Presented, type PresentSource } from './present-source.ts';
import { ThinkTime } from './present-think.svelte.ts';

/** More hands than that are no class. */
const MOST_HANDS = 999;

/** A quiz shown to a class on one screen, step by step; its place is kept over a reload. */
export class PresentRun {
	#app: ClassApp;
	#owner: PlaceOwner = { id: '', of: '', steps: [] };
	/** Hands by slide, one number an option: on this screen only, never kept. */
	#hands = new SvelteMap<number, number[]>();

	readonly source: PresentSource;
	readonly think: ThinkTime;
	status = $state<'loading' | 'ready' | 'missing' | 'failed'>('loading');
	presented = $state.raw<Presented>() as Presented;
	slides = $state.raw<Slide[]>([]);
	place = $state.raw<PresentPlace>(firstPlace(0));
	/** Whether hands are being counted. */
	counting = $state(false);

	constructor(app: ClassApp, source: PresentSource) {
		this.#app = app;
		this.source = source;
		this.think = new ThinkTime(() => app.now());
	}

	/** Reads what is shown, and where it was left in this tab. */
	async open(): Promise<void> {
		try {
			const presented = await readPresented(this.#app, this.source);
			if (presented) this.#take(presented);
			this.status = presented ? 'ready' : 'missing';
		} catch (cause) {
			console.error(cause);
			this.status = 'failed';
		}
	}

	/** The slide that is shown, and the step of it. */
	readonly slide: Slide | undefined = $derived.by(() => this.slides[this.#slideNo]);
	readonly step: Step = $derived(this.slide?.steps[this.place.step] ?? { stage: 'question' });
	readonly isLastStep = $derived(this.place.step >= (this.slide?.steps.length ?? 1) - 1);
	readonly isLast = $derived(this.isLastStep && this.place.at >= this.place.round.length - 1);
	readonly isMarked = $derived(this.place.marked.includes(this.#slideNo));
	/** Whether the answer is still to come. */
	readonly isOpen = $derived(['question', 'options'].includes(this.step.stage));
	/** Seconds the class is given here; 0 where it is given none. */
	readonly thinkSeconds = $derived(
		this.isOpen && !this.slide?.isGrave ? this.place.thinkSeconds : 0
	);
	/** Grave matter is never voted on. */
	readonly canCount = $derived((this.slide?.options ?? 0) > 0 && !this.slide?.isGrave);
	readonly hands: number[] = $derived(
		this.#hands.get(this.#slideNo) ?? Array.from({ length: this.slide?.options ?? 0 }, () => 0)
	);

	/** Slides to come back to, in their order. */
	get marked(): Slide[] {
		return this.place.marked.flatMap((slideNo) => this.slides[slideNo] ?? []);
	}

	/** How many items could not be shown: a question of theirs is not in the library. */
	get leftOut(): number {
		return this.presented.items.length - this.slides.length;
	}

	/** Whether it was left in the middle. */
	get isBegun(): boolean {
		const { turn, at, step } = this.place;
		return turn + at + step > 0;
	}

	/** Goes on where it was left. */
	begin(): void {
		if (this.slides.length > 0) this.#show({ phase: 'items' });
	}

	/** Begins with the first slide. */
	beginAnew(): void {
		const { thinkSeconds, shade } = this.place;
		this.#hands.clear();
		this.#show({ ...firstPlace(this.slides.length), thinkSeconds, shade, phase: 'items' });
	}

	/** One step on. */
	next(): void {
		const { phase, step } = this.place;
		if (phase === 'cover') this.begin();
		else if (phase === 'end') this.presentAgain();
		else if (this.isLastStep) this.nextItem();
		else this.#put({ step: step + 1 });
	}

	/** To the next item, whatever of this one was not shown. */
	nextItem(): void {
		const { at, round } = this.place;
		if (at < round.length - 1) this.#show({ at: at + 1, step: 0 });
		else this.#put({ phase: 'end' });
	}

	/** One step back; before an item, to the end of the one before it. */
	back(): void {
		const { phase, at, step } = this.place;
		if (phase === 'end') this.#put({ phase: 'items' });
		if (phase !== 'items') return;
		if (step > 0) this.#put({ step: step - 1 });
		else if (at > 0) this.#show({ at: at - 1, step: this.#lastStepAt(at - 1) });
	}

	/** Straight to the answer. */
	reveal(): void {
		if (this.place.phase !== 'items' || !this.isOpen) return;
		const step = this.slide?.steps.findIndex(({ stage }) => stage === 'answer') ?? 0;
		this.#put({ step });
	}

	/** Notes that the class shall come back to this item at the end, or takes that back. */
	mark(): void {
		const { phase, marked } = this.place;
		if (phase !== 'items') return;
		const slideNo = this.#slideNo;
		const others = marked.filter((each) => each !== slideNo);
		const all = this.isMarked ? others : [...others, slideNo].sort((a, b) => a - b);
		this.#put({ marked: all });
	}

	/** Shows the marked items again, by themselves. */
	presentAgain(): void {
		const { marked, turn } = this.place;
		if (marked.length === 0) return;
		for (const slideNo of marked) this.#hands.delete(slideNo);
		this.#show({ phase: 'items', round: marked, marked: [], turn: turn + 1, at: 0, step: 0 });
	}

	/** Sets how many hands an option has. */
	count(option: number, hands: number): void {
		const whole = Math.min(MOST_HANDS, Math.max(0, Math.trunc(hands) || 0));
		this.#hands.set(this.#slideNo, this.hands.with(option, whole));
	}

	setThink(thinkSeconds: PresentPlace['thinkSeconds']): void {
		this.think.restart();
		this.#put({ thinkSeconds });
	}

	setShade(shade: PresentPlace['shade']): void {
		this.#put({ shade });
	}

	/** Puts it away; in this tab it can be gone on with. */
	leave(): void {
		if (this.place.phase === 'end') this.#put(firstPlace(this.slides.length));
		else this.#put({ phase: 'cover' });
	}

	get #slideNo(): number {
		return this.place.round[this.place.at] ?? -1;
	}

	#lastStepAt(at: number): number {
		return (this.slides[this.place.round[at] ?? -1]?.steps.length ?? 1) - 1;
	}

	#take(presented: Presented): void {
		this.presented = presented;
		this.slides = slidesOf(presented.look, presented.items);
		this.#owner = {
			id: `${this.source.kind}-${this.source.id}`,
			of: JSON.stringify(this.slides.map(({ item: { form, parts } }) => [form, parts])),
			steps: this.slides.map(({ steps }) => steps.length)
		};
		this.place = readPlace(this.#owner) ?? firstPlace(this.slides.length);
		this.think.restart();
	}

	/** Goes to an item: the class begins to think. */
	#show(change: Partial<PresentPlace>): void {
		this.counting = false;
		this.think.restart();
		this.#put(change);
	}

	#put(change: Partial<PresentPlace>): void {
		this.place = { ...this.place, ...change };
		keepPlace(this.#owner, this.place);
	}
}

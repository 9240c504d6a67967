import type { LivePupil, LiveView } from '#lib/domain/classroom/api/class-api.ts';
import type { PupilNo } from '#lib/domain/classroom/types.ts';
import type { RemoteProblem } from '#lib/remote/class-server.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { liveCounts, NO_PUPILS, workingNumbers } from './live-counts.ts';
import type { ServerSide } from './server-side.ts';

/** What is looked at. */
export interface LiveOf {
	classId: string;
	assignmentId: string;
}

/** How often a page that is looked at asks. */
const LIVE_EVERY_MS = 2000;
const LONGEST_WAIT_MS = 30_000;

/** How a class is doing with an assignment, as the server hears of it. */
export class LiveBoard {
	#app: Pick<ClassApp, 'now'>;
	#side: ServerSide;
	#of: LiveOf;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isOpen = false;
	#failures = 0;
	#turn = 0;
	/** How many submissions the server had when they were last looked for. */
	#fetched = 0;
	#working = NO_PUPILS;

	view = $state.raw<LiveView>();
	/** epoch ms, this device's clock */
	heardAt = $state<number>();
	/** Why the last question was not answered; what is shown is from before. */
	problem = $state.raw<RemoteProblem>();

	constructor(app: Pick<ClassApp, 'now'>, side: ServerSide, of: LiveOf) {
		this.#app = app;
		this.#side = side;
		this.#of = of;
	}

	/** Asks every so many ms while the page is looked at, until what it returns is called. */
	open(everyMs = LIVE_EVERY_MS): () => void {
		this.#isOpen = true;
		const wake = () => {
			if (document.visibilityState === 'hidden') return;
			this.#failures = 0;
			void this.#beat(everyMs);
		};
		const letGo = this.#side.sync.stayClose();
		addEventListener('online', wake);
		document.addEventListener('visibilitychange', wake);
		void this.#beat(everyMs);
		return () => {
			this.#isOpen = false;
			clearTimeout(this.#timer);
			letGo();
			removeEventListener('online', wake);
			document.removeEventListener('visibilitychange', wake);
		};
	}

	/** Those it is for, by number. */
	readonly pupils: LivePupil[] = $derived.by(() =>
		[...(this.view?.pupils ?? [])].sort((a, b) => a.no - b.no)
	);

	readonly counts = $derived(liveCounts(this.pupils));
	/** Numbers of those who are at it, told anew only where they are others. */
	readonly working: ReadonlySet<PupilNo> = $derived.by(
		() => (this.#working = workingNumbers(this.pupils, this.#working))
	);

	/** Asks now. */
	async ask(): Promise<void> {
		const turn = ++this.#turn;
		const { classId, assignmentId } = this.#of;
		const path = `classes/${classId}/assignments/${assignmentId}/live`;
		const view = await this.#side.server.ask<LiveView>('GET', path);
		// An answer that comes after a later one's question is old.
		if (turn !== this.#turn) return;
		this.problem = view.ok ? undefined : view.problem;
		this.#failures = view.ok ? 0 : this.#failures + 1;
		if (view.ok) this.#take(view.value);
		else if (view.problem.code === 'signed-out') this.#side.account.signedOut();
	}

	#take(view: LiveView): void {
		this.view = view;
		this.heardAt = this.#app.now();
		if (view.submissions <= this.#fetched) return;
		this.#fetched = view.submissions;
		void this.#side.sync.now();
	}

	async #beat(everyMs: number): Promise<void> {
		clearTimeout(this.#timer);
		if (document.visibilityState !== 'hidden') await this.ask();
		if (!this.#isOpen) return;
		clearTimeout(this.#timer);
		const wait = Math.min(everyMs * 2 ** this.#failures, Math.max(LONGEST_WAIT_MS, everyMs));
		this.#timer = setTimeout(() => void this.#beat(everyMs), wait);
	}
}

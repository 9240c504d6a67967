import type { ServedMark } from '#lib/domain/classroom/api/pupil-answers.ts';
import type { AttemptRefusal } from '#lib/domain/classroom/api/pupil-api.ts';
import type { JoinedRow, OutboxRow, ServedHandoutRow } from '#lib/storage/class-rows.ts';
import { JoinedRepository } from '#lib/storage/joined-repository.ts';
import { OutboxRepository, type AttemptSaving } from '#lib/storage/outbox-repository.ts';
import { ServedRepository } from '#lib/storage/served-repository.ts';
import { Live } from '#lib/state/live.svelte.ts';
import type { ClassApp } from './class-app.ts';
import type { ClassSync } from './class-sync.svelte.ts';
import { schoolServer, stayInTouch } from './school-server.ts';

/**
 * How an attempt stands with its teacher's server. `there`: it has it, at that time of its clock;
 * `sending`; `waiting` for a network or for the server; `signed-out`: until the pupil signs in again; `gone`:
 * the class or the pupil was deleted there; `refused`: it will never take it.
 */
export type ServedState =
	| { code: 'there'; at: number }
	| { code: 'sending' | 'waiting' | 'signed-out' | 'gone' }
	| { code: 'refused'; why: AttemptRefusal };

/** An assignment's way from and to the class server, as its screens see it. */
export class ServedWay {
	#app: ClassApp;
	#outbox: OutboxRepository;
	#handout: Live<ServedHandoutRow | undefined>;
	#rows: Live<OutboxRow[]>;
	#classes: Live<JoinedRow[]>;
	#marks = $state.raw<ServedMark[]>([]);
	#sync = $state.raw<ClassSync>();

	constructor(app: ClassApp, assignmentId: string) {
		this.#app = app;
		this.#outbox = new OutboxRepository(app.database);
		this.#handout = new Live(new ServedRepository(app.database).watchOne(assignmentId));
		this.#rows = new Live(this.#outbox.watchAssigned(assignmentId));
		this.#classes = new Live(new JoinedRepository(app.database).watch());
	}

	/** Whether it is known if a server gave it out. */
	get isRead(): boolean {
		return [this.#handout, this.#classes].every(({ current }) => current.status !== 'loading');
	}

	/** What the server says of it; nothing where none gave it out. */
	get handout(): ServedHandoutRow | undefined {
		return this.#handout.value;
	}

	/** The class, as it was joined here. */
	get joined(): JoinedRow | undefined {
		return this.#classes.value?.find(({ id }) => id === this.handout?.classId);
	}

	/** The server could not be reached the last time. */
	get isAway(): boolean {
		return this.#sync?.problem !== undefined;
	}

	/** How an attempt stands with the server; nothing where no server is to have it. */
	stateOf(id: string): ServedState | undefined {
		const row = this.#rows.value?.find((each) => each.id === id);
		if (!row) return undefined;
		const { handedInAt, refused } = row;
		if (handedInAt !== undefined) return { code: 'there', at: handedInAt };
		if (this.joined?.isGone) return { code: 'gone' };
		if (refused !== undefined) return { code: 'refused', why: refused };
		return { code: this.#sending };
	}

	get #sending(): 'sending' | 'waiting' | 'signed-out' {
		if (!this.joined || this.joined.isSignedOut) return 'signed-out';
		return this.#sync?.busy ? 'sending' : 'waiting';
	}

	/** Tells how far an attempt is saved. */
	saving(id: string): Live<AttemptSaving | undefined> {
		return new Live(this.#outbox.watchSaving(id));
	}

	/** What the server says an attempt is worth, once it was asked. */
	markOf(id: string): ServedMark | undefined {
		return this.#marks.find(({ submissionId }) => submissionId === id);
	}

	/** Asks what the attempts are worth; what cannot be fetched is marked on this device alone. */
	async fetchMarks(): Promise<void> {
		const { handout } = this;
		if (!handout) return;
		const path = `pupil/${handout.classId}/assignments/${handout.id}/marks`;
		const answer = await schoolServer().ask<unknown>('GET', path);
		if (!answer.ok) return;
		const read = await import('#lib/domain/classroom/api/pupil-answers.ts').catch(() => undefined);
		this.#marks = read?.readMarks(answer.value) ?? [];
	}

	/** Stays in touch with the server until the returned function is called. */
	stay(): () => void {
		return stayInTouch(this.#app, (sync) => (this.#sync = sync));
	}

	/** Sends an attempt once more that was refused. */
	async retry(id: string): Promise<void> {
		await this.#outbox.retry(id);
		await this.#sync?.now();
	}
}

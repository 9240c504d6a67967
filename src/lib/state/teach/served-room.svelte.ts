import type {
	NewLink,
	NewPin,
	PupilRecord,
	PutClass,
	ServedClass,
	ServedPupil
} from '#lib/domain/classroom/api/class-api.ts';
import type { Outcome } from '#lib/domain/classroom/outcome.ts';
import type { Pupil, PupilNo } from '#lib/domain/classroom/types.ts';
import type { RemoteProblem } from '#lib/remote/class-server.ts';
import { asking, browserHanding } from '#lib/state/backup-handing.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import type { MissingProblem } from '#lib/storage/class-repository.ts';
import type { ServedClassRow } from '#lib/storage/class-rows.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import { ServedClassRepository } from '#lib/storage/served-class-repository.ts';
import { ClassRoom } from './class-room.svelte.ts';
import { bodyHash, classBody } from './served-plan.ts';
import { saidElsewhere, settle, type BothSides } from './served-elsewhere.ts';
import { readClass, withPut } from './served-put.ts';
import type { RegisterDifference, Word } from './served-difference.ts';
import type { ServerSide } from './server-side.ts';

/** Why something was not done for a class on the server. */
export type ServedProblem = RemoteProblem | StoreProblem | MissingProblem;

/** A pupil of the class, here and on the server. */
export interface ServedPupilLine extends Pupil {
	/** As it was told when it was made. */
	pin?: string;
	/** Absent while the server was not heard, and where it has not this pupil. */
	onServer?: ServedPupil;
}

/** What was done last, to be told. */
export interface ServedDeed {
	code: 'pin' | 'unlocked' | 'link-revoked' | 'deleted' | 'exported' | 'retention' | 'settled';
	no: PupilNo;
}

const MISSING = { ok: false, problem: { code: 'missing' } } as const;

/** How long what pupils did is kept, where nothing else is said. */
const DEFAULT_RETENTION_DAYS = 90;
export const MOST_RETENTION_DAYS = 3650;

/** One class on the class server: its code, its PINs, and what the server keeps. */
export class ServedRoom {
	#app: ClassApp;
	#side: ServerSide;
	#store: ServedClassRepository;
	/** Where pupils open their personal link: the address up to the `#`. */
	readonly #joinAddress: string;

	readonly room: ClassRoom;
	/** As the server told last. */
	served = $state.raw<ServedClass>();
	/** The server is asked for the first time. */
	isAsking = $state(false);
	busy = $state(false);
	problem = $state.raw<ServedProblem>();
	deed = $state.raw<ServedDeed>();
	/** A personal link just made, told once. */
	link = $state.raw<{ no: PupilNo; url: string }>();
	retentionDays = $state(DEFAULT_RETENTION_DAYS);

	constructor(app: ClassApp, side: ServerSide, where: { classId: string; joinAddress: string }) {
		this.#app = app;
		this.#side = side;
		this.#store = new ServedClassRepository(app.database);
		this.#joinAddress = where.joinAddress;
		this.room = new ClassRoom(app, where.classId);
	}

	get row(): ServedClassRow | undefined {
		return this.#side.sync.rowOf(this.room.id);
	}

	get isRead(): boolean {
		return this.#side.sync.records !== undefined;
	}

	/** Who are in the class, by number. */
	get pupils(): ServedPupilLine[] {
		const { pins = {} } = this.row ?? {};
		return this.room.pupils.map((pupil) => {
			const { [pupil.no]: pin } = pins;
			const onServer = this.served?.pupils.find(({ no }) => no === pupil.no);
			return { ...pupil, ...(pin !== undefined && { pin }), ...(onServer && { onServer }) };
		});
	}

	/** Whose PIN this device does not know: it was made on another, or the answer was lost. */
	get withoutPin(): PupilNo[] {
		return this.pupils
			.filter(({ pin, onServer }) => pin === undefined && onServer !== undefined)
			.map(({ no }) => no);
	}

	get #both(): BothSides | undefined {
		const { row, served: there } = this;
		const schoolClass = this.room.row;
		return schoolClass && row && there ? { schoolClass, row, there } : undefined;
	}

	/** What another device said of the class after this one last knew it. */
	get difference(): RegisterDifference | undefined {
		const both = this.#both;
		return both && saidElsewhere(both);
	}

	/** The server did not take this device's word, for another's came between. */
	get isOutdated(): boolean {
		const standing = this.#side.sync.standing(this.room.id);
		return standing?.code === 'refused' && standing.refusal.problem.code === 'changed-elsewhere';
	}

	/** Makes one class of both; where they say something else, one word holds. */
	settle(word: Word): Promise<boolean> {
		return this.#do(async () => {
			const both = this.#both;
			const settled = both ? await settle(this.#app, both, word) : MISSING;
			if (!settled.ok) return settled;
			this.deed = { code: 'settled', no: 0 };
			await this.#side.sync.now();
			return settled;
		});
	}

	/** Asks the server how the class stands. */
	async look(): Promise<void> {
		this.isAsking = this.served === undefined;
		const served = await this.#read();
		this.isAsking = false;
		if (served.ok) this.served = served.value;
		this.#note(served);
	}

	/** Puts the class on the server; it says what pupils type, and their PINs. */
	async put(): Promise<boolean> {
		const { row } = this.room;
		if (!row) return false;
		return this.#do(async () => {
			const known = await this.#read();
			if (known.ok) return this.#meet(known.value);
			const body = classBody(row, this.retentionDays);
			const put = await this.#ask<PutClass>('PUT', '', body);
			if (!put.ok) return put;
			const hash = await bodyHash(body);
			this.served = put.value.class;
			return this.#store.keep(row.id, (before) =>
				withPut(before ?? bareRow(row.id), put.value, hash)
			);
		});
	}

	/** Another device put it there: this one says what it knows, and is told what differs. */
	async #meet(there: ServedClass): Promise<Outcome<unknown, ServedProblem>> {
		this.served = there;
		const { id, code, retentionDays } = there;
		const kept = await this.#store.keep(
			id,
			(row) => row ?? { ...bareRow(id), code, retentionDays }
		);
		if (kept.ok) await this.#side.sync.now();
		return kept;
	}

	/** Makes new PINs; the old ones are worth nothing from then on. */
	async newPins(numbers: readonly PupilNo[]): Promise<boolean> {
		return this.#do(async () => {
			for (const no of numbers) {
				const made = await this.#ask<NewPin>('POST', `/pupils/${no}/pin`);
				if (!made.ok) return made;
				const { pin } = made.value;
				const kept = await this.#store.change(this.room.id, (row) => ({
					...row,
					pins: { ...row.pins, [no]: pin }
				}));
				if (!kept.ok) return kept;
				this.deed = { code: 'pin', no };
			}
			return { ok: true, value: undefined };
		});
	}

	/** Lets a number in again after ten wrong PINs. */
	unlock(no: PupilNo): Promise<boolean> {
		return this.#pupil('POST', no, { path: '/unlock', code: 'unlocked' });
	}

	/** Makes a personal link; one made before is worth nothing from then on. */
	makeLink(no: PupilNo): Promise<boolean> {
		return this.#do(async () => {
			const made = await this.#ask<NewLink>('POST', `/pupils/${no}/link`);
			if (made.ok) this.link = { no, url: `${this.#joinAddress}#${made.value.link}` };
			return made;
		});
	}

	/** Whether the link is on the clipboard now. */
	async copyLink(): Promise<boolean> {
		const url = this.link?.url ?? '';
		const copied = await asking(() => navigator.clipboard.writeText(url));
		return copied.code === 'given';
	}

	/** The link was handed over, or is not wanted: it is not shown again. */
	forgetLink(): void {
		this.link = undefined;
	}

	revokeLink(no: PupilNo): Promise<boolean> {
		return this.#pupil('DELETE', no, { path: '/link', code: 'link-revoked' });
	}

	/** Hands everything that the server keeps of one pupil to the downloads. */
	exportPupil(no: PupilNo): Promise<boolean> {
		return this.#do(async () => {
			const record = await this.#ask<PupilRecord>('GET', `/pupils/${no}`);
			if (!record.ok) return record;
			const mime = 'application/json';
			const file = new Blob([JSON.stringify(record.value, null, '\t')], { type: mime });
			browserHanding({ mime, ending: '.json' }).download(file, `recount-pupil-${no}.json`);
			this.deed = { code: 'exported', no };
			return record;
		});
	}

	/** Deletes everything that the server keeps of one pupil, for good. */
	deletePupil(no: PupilNo): Promise<boolean> {
		return this.#pupil('DELETE', no, { path: '', code: 'deleted' });
	}

	/** How long the server keeps what pupils did; it is told by and by. */
	async setRetention(days: number): Promise<boolean> {
		const kept = await this.#store.change(this.room.id, (row) => ({ ...row, retentionDays: days }));
		this.#note(kept);
		if (!kept.ok) return false;
		this.deed = { code: 'retention', no: 0 };
		return (await this.#side.sync.now()) && (await this.look(), true);
	}

	/** Takes the class off the server for good, once all that came is on this device; whether it is gone. */
	takeOff(): Promise<boolean> {
		return this.#do(async () => {
			const isFetched = await this.#side.sync.now();
			const { problem } = this.#side.sync;
			if (!isFetched && problem) return { ok: false, problem };
			const gone = await this.#ask('DELETE');
			const isGone = gone.ok || gone.problem.code === 'missing' || gone.problem.code === 'gone';
			if (!isGone) return gone;
			this.served = undefined;
			return this.#store.remove(this.room.id);
		});
	}

	/** Forgets on this device that the class was on the server; nothing else changes. */
	async forget(): Promise<void> {
		const forgotten = await this.#store.remove(this.room.id);
		this.served = undefined;
		this.#note(forgotten);
	}

	#pupil(
		method: 'POST' | 'DELETE',
		no: PupilNo,
		{ path, code }: { path: string; code: ServedDeed['code'] }
	): Promise<boolean> {
		return this.#do(async () => {
			const told = await this.#ask(method, `/pupils/${no}${path}`);
			if (told.ok) this.deed = { code, no };
			return told;
		});
	}

	#read() {
		return readClass((method, path) => this.#ask(method, path));
	}

	#ask<T>(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path = '', body?: unknown) {
		return this.#side.server.ask<T>(method, `classes/${this.room.id}${path}`, body);
	}

	/** One at a time; afterwards the server is asked how the class stands. */
	async #do(work: () => Promise<Outcome<unknown, ServedProblem>>): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.deed = undefined;
		try {
			const outcome = await work();
			this.#note(outcome);
			if (outcome.ok && this.row) {
				const served = await this.#read();
				if (served.ok) this.served = served.value;
			}
			return outcome.ok;
		} finally {
			this.busy = false;
		}
	}

	#note(outcome: Outcome<unknown, ServedProblem>): void {
		this.problem = outcome.ok ? undefined : outcome.problem;
		if (this.problem?.code === 'signed-out') this.#side.account.signedOut();
	}
}

function bareRow(id: string): ServedClassRow {
	return {
		...{ id, code: '', retentionDays: DEFAULT_RETENTION_DAYS, pins: {}, put: {} },
		...{ rulings: [], fetchedTo: {}, deletes: [] }
	};
}

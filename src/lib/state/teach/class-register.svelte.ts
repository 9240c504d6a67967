import { makePseudonyms } from '#lib/domain/classroom/pseudonyms.ts';
import { freeNo, HIGHEST_NO, tidyName } from '#lib/domain/classroom/register.ts';
import type { Pupil, PupilNo } from '#lib/domain/classroom/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';

/** Why a pupil cannot be added under a number. `left`: who had it has left and can come back. */
export type NumberProblem = { code: 'range'; most: number } | { code: 'taken' | 'left' };

/** What was done last, to be told. */
interface RegisterDeed {
	code: 'added' | 'pseudonym' | 'name' | 'left' | 'slip';
	no: PupilNo;
	/** Takes it back, where that can be. */
	undo?: () => Promise<void>;
}

type Change = (change: (row: ClassRow) => ClassRow) => Promise<boolean>;

/** What can be done to a class's register; every change is kept at once. */
export class ClassRegister {
	#app: ClassApp;
	#change: Change;

	done = $state.raw<RegisterDeed>();

	constructor(app: ClassApp, change: Change) {
		this.#app = app;
		this.#change = change;
	}

	/** The lowest number nobody of the class has or had. */
	nextNo({ pupils }: ClassRow): PupilNo {
		return freeNo(pupils.map(({ no }) => no));
	}

	/** Why nobody can be added under a number as typed. */
	numberProblem({ pupils }: ClassRow, typed: string): NumberProblem | undefined {
		const no = numberOf(typed);
		if (no === undefined) return { code: 'range', most: HIGHEST_NO };
		const holder = pupils.find((pupil) => pupil.no === no);
		if (!holder) return undefined;
		return { code: holder.leftAt === undefined ? 'taken' : 'left' };
	}

	/** Whether another pupil has that pseudonym. */
	isTaken({ pupils }: ClassRow, no: PupilNo, pseudonym: string): boolean {
		const wanted = plain(pseudonym);
		return wanted !== '' && pupils.some((one) => one.no !== no && plain(one.pseudonym) === wanted);
	}

	/** Adds a pupil under a number as typed; where the class has pseudonyms, they get one. */
	async add(typed: string, name: string): Promise<boolean> {
		const seed = this.#app.newId();
		const no = numberOf(typed);
		if (no === undefined) return false;
		return this.#do({ code: 'added', no }, (row) => {
			if (this.numberProblem(row, typed)) return row;
			const pupil: Pupil = { no, pseudonym: pseudonymFor(row, seed), slip: 1 };
			const pupils = [...row.pupils, pupil].sort((a, b) => a.no - b.no);
			return withName({ ...row, pupils }, no, name);
		});
	}

	/** Calls a pupil something else, if nobody else of the class is called so; empty for a bare number. */
	async setPseudonym(no: PupilNo, typed: string): Promise<void> {
		const pseudonym = tidyName(typed);
		let before = pseudonym;
		await this.#do({ code: 'pseudonym', no, undo: () => this.setPseudonym(no, before) }, (row) => {
			if (this.isTaken(row, no, pseudonym)) return row;
			before = row.pupils.find((one) => one.no === no)?.pseudonym ?? '';
			return withPupil(row, no, (one) => ({ ...one, pseudonym }));
		});
	}

	/** Notes who a pupil is, for the teacher's eyes; empty takes the note away. */
	async setName(no: PupilNo, name: string): Promise<void> {
		let before = name;
		await this.#do({ code: 'name', no, undo: () => this.setName(no, before) }, (row) => {
			before = row.privateNames[no] ?? '';
			return withName(row, no, name);
		});
	}

	/** A pupil leaves the class; their results stay. */
	async leave(no: PupilNo): Promise<void> {
		const leftAt = this.#app.now();
		await this.#do({ code: 'left', no, undo: () => this.comeBack(no) }, (row) =>
			withPupil(row, no, (one) => ({ ...one, leftAt }))
		);
	}

	/** Who left comes back under the same number. */
	async comeBack(no: PupilNo): Promise<void> {
		await this.#change((row) => withPupil(row, no, withoutLeaving));
		this.done = undefined;
	}

	/** A pupil's slip is worth nothing any more; another takes its place. */
	async replaceSlip(no: PupilNo): Promise<void> {
		await this.#do({ code: 'slip', no }, (row) =>
			withPupil(row, no, (one) => ({ ...one, slip: one.slip + 1 }))
		);
	}

	/** Takes back what was done last. */
	async undo(): Promise<void> {
		const undo = this.done?.undo;
		this.done = undefined;
		await undo?.();
		this.done = undefined;
	}

	async #do(deed: RegisterDeed, change: (row: ClassRow) => ClassRow): Promise<boolean> {
		const kept = await this.#change(change);
		this.done = kept ? deed : undefined;
		return kept;
	}
}

function pseudonymFor({ pupils }: ClassRow, seed: string): string {
	const taken = pupils.map(({ pseudonym }) => pseudonym).filter(Boolean);
	const usesThem = taken.length > 0 || pupils.length === 0;
	return usesThem ? (makePseudonyms(1, seed, taken)[0] ?? '') : '';
}

const plain = (pseudonym: string) => tidyName(pseudonym).toLowerCase();

function numberOf(typed: string): PupilNo | undefined {
	const no = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
	return no >= 1 && no <= HIGHEST_NO ? no : undefined;
}

function withPupil(row: ClassRow, no: PupilNo, change: (pupil: Pupil) => Pupil): ClassRow {
	return { ...row, pupils: row.pupils.map((one) => (one.no === no ? change(one) : one)) };
}

function withoutLeaving({ no, pseudonym, slip }: Pupil): Pupil {
	return { no, pseudonym, slip };
}

function withName(row: ClassRow, no: PupilNo, typed: string): ClassRow {
	const name = tidyName(typed);
	const others = Object.entries(row.privateNames).filter(([key]) => Number(key) !== no);
	return { ...row, privateNames: Object.fromEntries(name ? [...others, [no, name]] : others) };
}

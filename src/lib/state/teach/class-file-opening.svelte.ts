import {
	readClassFile,
	type ClassFileProblem,
	type FiledClass
} from '#lib/domain/classroom/class-backup.ts';
import { joinRegisters } from '#lib/domain/classroom/register.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { ClassRepository, type MissingProblem } from '#lib/storage/class-repository.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';
import type { Outcome, StoreProblem } from '#lib/storage/outcome.ts';

/** Why a class file was not taken. `lost`: the file or the store could not be reached. */
export type OpeningProblem =
	ClassFileProblem | StoreProblem | MissingProblem | { code: 'insecure' };

/** A class brought from another device, or back, by its file and passphrase. */
export class ClassFileOpening {
	#classes: ClassRepository;

	/** The file that waits for its passphrase. */
	file = $state.raw<File>();
	phrase = $state('');
	busy = $state(false);
	problem = $state.raw<OpeningProblem>();

	constructor(app: Pick<ClassApp, 'database'>) {
		this.#classes = new ClassRepository(app.database);
	}

	/** Takes a file that was picked. */
	pick(file: File | undefined): void {
		this.file = file;
		this.phrase = '';
		this.problem = undefined;
	}

	/** Opens the file with the passphrase as typed; the class's id once it is on this device. */
	async open(): Promise<string | undefined> {
		const { file } = this;
		if (!file || this.busy) return undefined;
		this.busy = true;
		try {
			const kept = await this.#take(file);
			this.problem = kept.ok ? undefined : kept.problem;
			if (!kept.ok) return undefined;
			this.pick(undefined);
			return kept.value.id;
		} finally {
			this.busy = false;
		}
	}

	async #take(file: File): Promise<Outcome<ClassRow, OpeningProblem>> {
		if (!isSecureContext) return { ok: false, problem: { code: 'insecure' } };
		const bytes = await file.arrayBuffer().catch(() => undefined);
		if (!bytes) return { ok: false, problem: { code: 'foreign' } };
		const read = await readClassFile(crypto, new Uint8Array(bytes), this.phrase);
		if (!read.ok) return read;
		const filed = read.value;
		const { changedAt = filed.createdAt } = filed;
		const known = await this.#classes.read(filed.id);
		if (!known) return this.#classes.create({ ...filed, privateNames: {}, changedAt });
		return this.#classes.change(filed.id, (row) => joined(row, { ...filed, changedAt }));
	}
}

/** A class of two devices: the newer word holds, no pupil is lost, names and keys stay this device's. */
function joined(row: ClassRow, filed: FiledClass & { changedAt: number }): ClassRow {
	const isNewer = filed.changedAt > row.changedAt;
	const [newer, older] = isNewer ? [filed, row] : [row, filed];
	return {
		...row,
		name: newer.name,
		pupils: joinRegisters(newer.pupils, older.pupils),
		changedAt: newer.changedAt
	};
}

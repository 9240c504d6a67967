import { pupilStates } from '#lib/domain/classroom/pupil-states.ts';
import { readResults } from '#lib/domain/classroom/result-text.ts';
import type { Assignment, PupilNo } from '#lib/domain/classroom/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { Live } from '#lib/state/live.svelte.ts';
import { AssignmentRepository, type AssignmentRecord } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { ArrivalRow, AssignmentRow, ClassRow } from '#lib/storage/class-rows.ts';
import type { Outcome, StoreProblem } from '#lib/storage/outcome.ts';
import { readCodes } from './code-reading.ts';
import { NamesHidden } from './names-hidden.svelte.ts';
import { isKept } from './result-opening.ts';
import { takeAgain, takeResults, type Batch, type Receipt } from './result-taking.ts';

export { isKept as isTaken };
export type { ArrivalRow };

/** An assignment that results are awaited of. */
export interface AwaitedLine extends Pick<Assignment, 'id' | 'title' | 'rules'> {
	className: string;
	handedIn: number;
	/** Who should: those it is for and who are not excused. */
	of: number;
	/** Who have not, by number. */
	missing: PupilNo[];
}

/** What came of one thing, with the words a screen needs to say whose it is. */
export interface ReceiptLine extends Receipt {
	/** Of the assignment. */
	title?: string;
	pseudonym?: string;
	classId?: string;
	/** The file it came in. */
	file?: string;
}

/** Why nothing was taken. `empty`: nothing to read; `none-found`: no result in it; `insecure`: this page was not fetched safely. */
export type CollectProblem = StoreProblem | { code: 'empty' | 'none-found' | 'insecure' };

/** A file that was opened. */
interface Found {
	batch: Batch;
	file?: string;
}

const PICTURE = /\.(?:png|jpe?g|webp|gif|bmp|avif|heic)$/i;
/** The camera sees a code many times a second; only one that was away this long is meant again. */
const SAME_CODE_MS = 5000;

/** A teacher collecting results, by camera, text or files. */
export class Collecting {
	#app: ClassApp;
	#records: Live<AssignmentRow[]>;
	#classes: Live<ClassRow[]>;
	#strays: Live<ArrivalRow[]>;
	#details: Record<string, Live<AssignmentRecord | undefined>> = {};
	#seen: Record<string, number> = {};
	/** One after the other: each is judged by what came before. */
	#queue: Promise<unknown> = Promise.resolve();

	readonly names: NamesHidden;
	problem = $state.raw<CollectProblem>();
	/** What came since the screen was opened, newest first. */
	lines = $state.raw<ReceiptLine[]>([]);
	/** How many files are still to be read. */
	waiting = $state(0);
	/** The newest that was accepted, and how many were before it: the same number twice is news too. */
	accepted = $state.raw<{ line: ReceiptLine; count: number }>();
	/** A code that is no result was in sight. */
	foreignCodeAt = $state<number>();

	constructor(app: ClassApp) {
		this.#app = app;
		const assignments = new AssignmentRepository(app.database);
		this.#records = new Live(assignments.watchAll());
		this.#classes = new Live(new ClassRepository(app.database).watch());
		this.#strays = new Live(assignments.watchStrays());
		this.names = new NamesHidden(app);
	}

	get status(): 'loading' | 'failed' | 'ready' {
		return this.#records.current.status;
	}

	/** Assignments that are not released, newest first; `undefined` while they are read. */
	get awaited(): AwaitedLine[] | undefined {
		const open = this.#records.value?.filter(({ releasedAt }) => releasedAt === undefined);
		return open?.toReversed().flatMap(({ id }) => this.#line(id) ?? []);
	}

	/** What belongs to no assignment of this device, newest first. */
	get strays(): ArrivalRow[] {
		return this.#strays.value ?? [];
	}

	/** Takes a pasted message with results in it; whether any were found. */
	async takeText(text: string): Promise<boolean> {
		this.problem = undefined;
		if (text.trim() === '') return this.#refuse('empty');
		const found = await readResults(crypto, text);
		if (found.results.length + found.unreadable === 0) return this.#refuse('none-found');
		return this.#take([{ batch: { route: 'text', ...found } }]);
	}

	/** Takes files: results, messages, or pictures of codes. A file without any result is told too. */
	async takeFiles(files: readonly File[]): Promise<boolean> {
		this.problem = undefined;
		this.waiting += files.length;
		const found: Found[] = [];
		for (const file of files) {
			found.push({ batch: await readFile(file), file: file.name });
			this.waiting--;
		}
		return this.#take(found);
	}

	/** Takes what the camera read. The same code again within seconds is passed over. */
	async takeCode(text: string): Promise<void> {
		const now = this.#app.now();
		const isSame = now - (this.#seen[text] ?? -Infinity) < SAME_CODE_MS;
		this.#seen[text] = now;
		if (isSame) return;
		const found = await readResults(crypto, text);
		if (found.results.length + found.unreadable === 0) {
			this.foreignCodeAt = now;
			return;
		}
		this.foreignCodeAt = undefined;
		await this.#take([{ batch: { route: 'qr', ...found } }]);
	}

	/** Tries again what was no use when it came. */
	async again(arrival: ArrivalRow): Promise<boolean> {
		this.problem = undefined;
		return this.#enqueue(() => takeAgain(this.#app, arrival));
	}

	/** A pupil's private name, where there is one and it may be seen. */
	nameOf({ classId, no }: Pick<Partial<ReceiptLine>, 'classId' | 'no'>): string | undefined {
		const schoolClass = this.#classOf(classId);
		return schoolClass && no !== undefined ? this.names.nameOf(schoolClass, no) : undefined;
	}

	async #take(found: readonly Found[]): Promise<boolean> {
		const whole = await Promise.all(
			found.map(({ batch, file }) => this.#enqueue(() => takeResults(this.#app, batch), file))
		);
		return whole.every(Boolean);
	}

	#enqueue(work: () => Promise<Outcome<Receipt[], StoreProblem>>, file?: string): Promise<boolean> {
		const turn = this.#queue.then(async () => {
			if ((crypto.subtle as SubtleCrypto | undefined) === undefined)
				return this.#refuse('insecure');
			return this.#tell(await work(), file);
		});
		this.#queue = turn.catch(() => undefined);
		return turn;
	}

	#tell(kept: Outcome<Receipt[], StoreProblem>, file?: string): boolean {
		if (!kept.ok) {
			this.problem = kept.problem;
			return false;
		}
		const lines = kept.value.map((receipt) => this.#worded(receipt, file));
		const isAgain = (line: ReceiptLine) =>
			lines.some(({ arrival }) => arrival.id === line.arrival.id);
		this.lines = [...lines.toReversed(), ...this.lines.filter((line) => !isAgain(line))];
		const accepted = lines.filter(({ state }) => isKept(state));
		const line = accepted.at(-1);
		if (line) this.accepted = { line, count: (this.accepted?.count ?? 0) + accepted.length };
		return true;
	}

	#worded(receipt: Receipt, file?: string): ReceiptLine {
		const { assignmentId, no } = receipt;
		const assignment = this.#records.value?.find(({ id }) => id === assignmentId);
		const schoolClass = this.#classOf(assignment?.classId);
		const pseudonym = schoolClass?.pupils.find((each) => each.no === no)?.pseudonym;
		return {
			...receipt,
			...(assignment && { title: assignment.title, classId: assignment.classId }),
			...(pseudonym && { pseudonym }),
			...(file !== undefined && { file })
		};
	}

	#classOf(classId: string | undefined): ClassRow | undefined {
		return this.#classes.value?.find(({ id }) => id === classId);
	}

	#refuse(code: 'empty' | 'none-found' | 'insecure'): false {
		this.problem = { code };
		return false;
	}

	#line(id: string): AwaitedLine | undefined {
		const record = (this.#details[id] ??= new Live(this.#watch(id))).value;
		if (!record) return undefined;
		const { title, rules, classId } = record.assignment;
		const states = [...pupilStates(record)];
		const due = states.filter(([, state]) => state !== 'excused');
		return {
			...{ id, title, rules },
			className: this.#classOf(classId)?.name ?? '',
			handedIn: states.filter(([, state]) => state === 'handed-in').length,
			of: due.length,
			missing: due.filter(([, state]) => state !== 'handed-in').map(([no]) => no)
		};
	}

	#watch(id: string) {
		return new AssignmentRepository(this.#app.database).watch(id);
	}
}

async function readFile(file: File): Promise<Batch> {
	const isPicture = file.type.startsWith('image/') || PICTURE.test(file.name);
	return isPicture ? readPicture(file) : readPlain(file);
}

async function readPlain(file: File): Promise<Batch> {
	const bytes = await file.arrayBuffer().catch(() => undefined);
	const found = bytes && (await readResults(crypto, new Uint8Array(bytes)));
	return { route: 'file', ...orNone(found) };
}

async function readPicture(file: File): Promise<Batch> {
	const texts = await readCodes(file).catch(() => []);
	const all = await Promise.all(texts.map((text) => readResults(crypto, text)));
	const results = all.flatMap((each) => each.results);
	const unreadable = all.reduce((sum, each) => sum + each.unreadable, 0);
	return { route: 'qr', ...orNone({ results, unreadable }) };
}

/** A file without any result is one thing that was no result. */
function orNone(found: Pick<Batch, 'results' | 'unreadable'> | undefined) {
	const isNone = !found || found.results.length + found.unreadable === 0;
	return isNone ? { results: [], unreadable: 1 } : found;
}

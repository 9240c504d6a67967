import { lookUp } from '#lib/bank/look-up.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';
import type { SourceBank } from '#lib/bank/source.ts';
import { KINDS, LEVELS, type Bank, type Kind, type Level, type Name } from '#lib/bank/types.ts';
import {
	MOST_BANK_FILE_BYTES,
	parseBankFile,
	type BankFileReading
} from '#lib/domain/exchange/bank-file.ts';
import { compareEditions, type EditionChange } from '#lib/domain/exchange/compare-editions.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { App } from './app.svelte.ts';
import { OwnReports } from './own-reports.ts';
import { questionView, type QuestionView } from './question-view.ts';

/** A question of both editions; `fields` are those that changed. */
interface ChangedView {
	before: QuestionView;
	after: QuestionView;
	fields: EditionChange['changed'][number]['fields'];
}

/** What an update of a report that is here already would change. */
export interface UpdateView {
	added: QuestionView[];
	removed: QuestionView[];
	changed: ChangedView[];
	kept: number;
}

/** A checked bank file, looked through before it is taken. */
export interface BankPreview {
	fileName: string;
	bank: Bank;
	place: string;
	questions: QuestionView[];
	byKind: { kind: Kind; count: number }[];
	byLevel: { level: Level; count: number }[];
	/** Names that are new to this device. */
	fresh: Name[];
	/** Names that this device tells otherwise. */
	otherwise: Name[];
	/** Absent where the report is not here yet. */
	update?: UpdateView;
	/** The report is in work here: what is not finished would be gone. */
	isInWork: boolean;
}

export type TakingStep =
	| { code: 'reading' }
	/** The file could not be read at all. */
	| { code: 'unreadable'; fileName: string }
	| { code: 'refused'; fileName: string; problems: Problem[] }
	| { code: 'preview'; preview: BankPreview }
	| { code: 'failed'; preview: BankPreview; problem: StoreProblem }
	| { code: 'taken' };

/** Taking a bank file: checked, looked through, then taken whole or left. */
export class BankTaking {
	#app: App;
	#own: OwnReports;
	#source: SourceBank | undefined;

	step = $state.raw<TakingStep>({ code: 'reading' });
	/** Whether the file's way of telling names takes the place of this device's. */
	takeNames = $state(false);
	isBusy = $state(false);

	constructor(app: App) {
		this.#app = app;
		this.#own = new OwnReports(app);
	}

	/** Reads and checks a file; whatever it holds, nothing is taken yet. */
	async read(file: File): Promise<void> {
		this.step = { code: 'reading' };
		this.step = await this.#look(file);
	}

	/** Takes what was looked through. */
	async take(): Promise<boolean> {
		const source = this.#source;
		const preview = 'preview' in this.step ? this.step.preview : undefined;
		if (!source || !preview || this.isBusy) return false;
		this.isBusy = true;
		const outcome = await this.#own.take(source, this.takeNames);
		this.isBusy = false;
		if (!outcome.ok) {
			this.step = { code: 'failed', preview, problem: outcome.problem };
			return false;
		}
		this.step = { code: 'taken' };
		return true;
	}

	async #look(file: File): Promise<TakingStep> {
		const { name: fileName, size } = file;
		if (size > MOST_BANK_FILE_BYTES) {
			const data = { characters: size, most: MOST_BANK_FILE_BYTES };
			const start = { file: fileName, line: 1, column: 1 };
			return { code: 'refused', fileName, problems: [problem(start, 'too-large', data)] };
		}
		const bytes = await bytesOf(file);
		if (!bytes) return { code: 'unreadable', fileName };
		const reading = await this.#check(bytes, fileName);
		if (!reading.ok) return { code: 'refused', fileName, problems: reading.problems };
		return { code: 'preview', preview: await this.#preview(reading.value, fileName) };
	}

	/** A report is checked among all but its own earlier edition, so which one it is must be known before. */
	async #check(bytes: Uint8Array, fileName: string): Promise<BankFileReading> {
		const guessed = likelyId(bytes);
		const among = async (id: string) =>
			parseBankFile(bytes, { fileName, around: (await this.#own.around(id)).bank });
		const reading = await among(guessed);
		const id = reading.ok ? reading.value.reports[0]?.id : undefined;
		return id === undefined || id === guessed ? reading : among(id);
	}

	async #preview(source: SourceBank, fileName: string): Promise<BankPreview> {
		const { bank, before } = await this.#own.read(source);
		const brought = await this.#own.brought(source);
		const [report] = bank.reports;
		const here = this.#app.library.own.find(({ id }) => id === report?.id);
		this.#source = source;
		this.takeNames = here !== undefined && brought.otherwise.length > 0;
		const count = (passes: (question: Bank['questions'][number]) => boolean) =>
			bank.questions.filter(passes).length;
		return {
			...brought,
			fileName,
			bank,
			place: lookUp(bank).name(report?.place ?? '')?.name ?? '',
			questions: viewsOf(bank),
			byKind: KINDS.map((kind) => ({ kind, count: count((one) => one.kind === kind) })),
			byLevel: LEVELS.map((level) => ({ level, count: count((one) => one.level === level) })),
			isInWork: before?.state === 'open',
			...(here && { update: updateOf(here.bank, bank) })
		};
	}
}

async function bytesOf(file: File): Promise<Uint8Array | undefined> {
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch {
		// Moved, deleted or withheld since it was chosen.
		return undefined;
	}
}

/** The id that a file seems to give its report. */
function likelyId(bytes: Uint8Array): string {
	const [, id = ''] = /^ *id: *["']?(r-[0-9a-f-]+)/m.exec(new TextDecoder().decode(bytes)) ?? [];
	return id;
}

function viewsOf(bank: Bank, ids?: readonly string[]): QuestionView[] {
	const look = lookUp(bank);
	const questions = ids ? ids.flatMap((id) => look.question(id) ?? []) : bank.questions;
	return questions.map((question) => questionView(look, question));
}

function updateOf(before: Bank, after: Bank): UpdateView {
	const { added, removed, changed, kept } = compareEditions(before, after);
	const pairs = changed.flatMap(({ id, was, fields }) => {
		const [older] = viewsOf(before, [was ?? id]);
		const [newer] = viewsOf(after, [id]);
		return older && newer ? [{ before: older, after: newer, fields }] : [];
	});
	return { added: viewsOf(after, added), removed: viewsOf(before, removed), changed: pairs, kept };
}

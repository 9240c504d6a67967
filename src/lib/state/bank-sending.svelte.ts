import type { ReportId } from '#lib/bank/types.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import type { SourceBank } from '#lib/bank/source.ts';
import { sharedWithSource, type Hint } from '#lib/domain/desk/live-checks.ts';
import { sourceOfDesk } from '#lib/domain/desk/source.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import { printBankFile } from '#lib/domain/exchange/bank-file.ts';
import { DeskRepository } from '#lib/storage/desk-repository.ts';
import type { App } from './app.svelte.ts';
import { asking, BANK, browserHanding, type Handing } from './backup-handing.ts';
import { OwnReports } from './own-reports.ts';

/** A run of eight words or more that a bank file would share with the report's text. */
interface SharedRun {
	/** The words. */
	words: string;
	/** The question whose text holds them, as it asks. */
	ask?: string;
	/** What holds them. */
	field: string;
}

/** A bank file made and ready to be handed over. */
export interface BankFile {
	name: string;
	content: string;
	questions: number;
	/** Runs of words shared with the source text; told, never an error. */
	shared: SharedRun[];
	/** How many comparisons with other reports of the person's own were left out. */
	leftOut: number;
}

export type SendingStep =
	| { code: 'making' }
	/** Something on the desk is not finished: the file would not be what is studied. */
	| { code: 'unfinished' }
	| { code: 'made' }
	| { code: 'handed'; way: 'download' | 'share' }
	| { code: 'failed' };

/** Making a bank file of an own report and handing it over, without a word of its text. */
export class BankSending {
	#app: App;
	#id: ReportId;
	#handing: Handing;

	step = $state.raw<SendingStep>({ code: 'making' });
	file = $state.raw<BankFile>();

	constructor(app: App, id: ReportId, handing: Handing = browserHanding(BANK)) {
		this.#app = app;
		this.#id = id;
		this.#handing = handing;
	}

	get canShare(): boolean {
		return this.#handing.share !== undefined;
	}

	async make(): Promise<void> {
		this.step = { code: 'making' };
		const [record, { names }] = await Promise.all([
			new DeskRepository(this.#app.database).read(this.#id),
			new OwnReports(this.#app).around(this.#id)
		]);
		if (!record || record.row.state !== 'finished') {
			this.step = { code: 'unfinished' };
			return;
		}
		const { desk } = record.row;
		const { bank, leftOut } = withoutOthers(sourceOfDesk(desk, names), this.#id);
		this.file = {
			name: `${slug(desk.head.title)}.recount.yaml`,
			content: printBankFile(bank),
			questions: bank.questions.length,
			shared: sharedWithSource(desk, names).flatMap((hint) => runOf(hint, desk)),
			leftOut: leftOut + this.#comparedElsewhere(bank.comparisons.map(({ id }) => id))
		};
		this.step = { code: 'made' };
	}

	download(): void {
		const { file } = this;
		if (!file) return;
		this.#handing.download(blobOf(file), file.name);
		this.step = { code: 'handed', way: 'download' };
	}

	async share(): Promise<void> {
		const { file } = this;
		const { share } = this.#handing;
		if (!file || !share) return;
		const shared = await asking(() => share(blobOf(file), file.name));
		if (shared.code === 'given') this.step = { code: 'handed', way: 'share' };
	}

	/** Comparisons that touch this report and stand in no bank file of one report. */
	#comparedElsewhere(inFile: readonly string[]): number {
		const { bank } = this.#app.look;
		const isHere = (factId: string) => factId.startsWith(`${this.#id}/`);
		return bank.comparisons.filter(
			({ id, factIds }) => !inFile.includes(id) && factIds.some(isHere)
		).length;
	}
}

function blobOf({ content }: BankFile): Blob {
	return new Blob([content], { type: BANK.mime });
}

function runOf(hint: Hint, { questions }: Desk): SharedRun[] {
	if (hint.code !== 'shared-words') return [];
	const ask = questions[hint.questionId ?? '']?.ask;
	return [{ words: hint.data.words, field: hint.field, ...(ask !== undefined && { ask }) }];
}

/** A bank without comparisons that rest on other reports of the person's own: their facts do not go along. */
function withoutOthers(bank: SourceBank, id: ReportId): { bank: SourceBank; leftOut: number } {
	const isForeign = (factId: string) => {
		const owner = factId.slice(0, factId.indexOf('/'));
		return owner !== id && isOwnReport(owner);
	};
	const comparisons = bank.comparisons.filter(({ facts }) => !facts.some(isForeign));
	const kept = new Set(comparisons.map((comparison) => comparison.id));
	const questions = bank.questions.filter(
		({ comparisonId }) => comparisonId === undefined || kept.has(comparisonId)
	);
	const leftOut = bank.comparisons.length - comparisons.length;
	return { bank: { ...bank, comparisons, questions }, leftOut };
}

/** A title as a file's name: letters and digits of any script, the rest as hyphens. */
function slug(title: string): string {
	const parts =
		title
			.toLowerCase()
			.normalize('NFC')
			.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	return parts.join('-').slice(0, 60).replace(/-+$/, '') || 'report';
}

import type { BackupContents, BackupRows } from '#lib/storage/backup-format.ts';
import type { MergeReport } from '#lib/storage/backup-merge.ts';
import type { BackupProblem } from '#lib/storage/backup-read.ts';
import { openDatabase, type OpenProblem } from '#lib/storage/opening.ts';
import type { Outcome, StoreProblem } from '#lib/storage/outcome.ts';
import type { Learner } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';

/** What a sound backup holds, before anything is done with it. */
export interface BackupPreview {
	/** The name its learner had; empty where they had none. */
	learner: string;
	/** epoch ms */
	exportedAt: number;
	reviews: number;
	answers: number;
	sittings: number;
	cards: number;
	reports: OwnPreview;
	desks: OwnPreview;
	counts: BackupCounts;
}

/** How many rows of each table a backup holds, or a merge brought. */
export type BackupCounts = MergeReport;

/** How many own reports, or desks, a backup holds. */
interface OwnPreview {
	all: number;
	/** Not on this device. */
	fresh: number;
	/** In a later state than on this device. */
	newer: number;
}

export type RestoringStep =
	| { code: 'idle' }
	| { code: 'reading' }
	/** Nothing on this device was changed. */
	| { code: 'refused'; problem: BackupProblem }
	| { code: 'preview'; preview: BackupPreview }
	| { code: 'merging'; cards: number; of: number }
	/** `learner` is there where the backup became a new one. */
	| { code: 'merged'; report: MergeReport; learner?: Learner }
	/** The merge was undone as a whole. */
	| { code: 'failed'; problem: StoreProblem | OpenProblem };

/** Bringing a backup file back, into this learner or as a new one. */
export class BackupRestoring {
	#app: App;
	#contents: BackupContents | undefined;

	step = $state.raw<RestoringStep>({ code: 'idle' });
	/** Whether settings of the backup win over this learner's. */
	takeSettings = $state(false);

	constructor(app: App) {
		this.#app = app;
	}

	/** A new learner can only be kept where the browser keeps anything. */
	get canAdd(): boolean {
		return !this.#app.isVolatile;
	}

	/** Reads a file whole; touches no store. */
	async read(file: Blob): Promise<void> {
		this.#contents = undefined;
		this.step = { code: 'reading' };
		const { readBackup } = await import('#lib/storage/backup-read.ts');
		const outcome = await readBackup(file);
		if (outcome.ok) {
			this.#contents = outcome.value;
			this.takeSettings = this.#app.settings.firstRunAt === undefined;
			const preview = { ...previewOf(outcome.value), ...(await this.#ownOf(outcome.value.rows)) };
			this.step = { code: 'preview', preview };
		} else {
			this.step = { code: 'refused', problem: outcome.problem };
		}
	}

	/** Unites the backup with what this learner has. */
	async merge(): Promise<void> {
		const app = this.#app;
		const report = await this.#working(() => this.#mergeInto(app.database, this.takeSettings));
		if (!report) return;
		app.found = 'kept';
		app.settings = await app.settingsStore.read();
		if (app.settings.hasTests) {
			const { closeTestedFacts } = await import('./classroom/closed-facts.ts');
			await closeTestedFacts(app);
		}
		await app.syncCards();
		await this.#followReports();
		this.step = { code: 'merged', report };
	}

	/** Makes a learner of its own from the backup; the present one stays the one who learns. */
	async mergeAsNew(name: string): Promise<void> {
		const app = this.#app;
		const learner = { id: app.newId(), name: name.trim(), createdAt: app.now() };
		const report = await this.#working(async () => {
			const opened = await openDatabase(learner.id);
			if (!opened.ok) return opened;
			const merged = await this.#mergeInto(opened.value.database, true);
			opened.value.database.close();
			if (!merged.ok) return merged;
			const added = await app.learners.add(learner);
			if (!added.ok) return added;
			await app.learners.choose(app.learner.id);
			return merged;
		});
		if (report) this.step = { code: 'merged', report, learner };
	}

	/** Opens the store of the learner that was made. */
	async open(learner: Learner): Promise<void> {
		await this.#app.switchLearner(learner.id);
	}

	/** Lets go of the file. */
	drop(): void {
		this.#contents = undefined;
		this.step = { code: 'idle' };
	}

	/** What the backup's own reports and desks are to this learner. */
	async #ownOf(rows: BackupRows): Promise<Pick<BackupPreview, 'reports' | 'desks'>> {
		const { ownNews } = await import('#lib/storage/backup-own-merge.ts');
		const { INTAKE_KEY, intakeNews } = await import('#lib/storage/backup-intake.ts');
		const { database } = this.#app;
		const { reports, desks } = await ownNews(database, rows);
		const draft = rows.settings.some(({ key }) => key === INTAKE_KEY) ? 1 : 0;
		const isNew = (await intakeNews(database, rows.settings)) ? 1 : 0;
		return {
			reports: {
				all: rows.reports.length,
				fresh: reports.fresh.length,
				newer: reports.newer.length
			},
			// A report that was being added is in work as those on a desk are.
			desks: {
				all: rows.desks.length + draft,
				fresh: desks.fresh.length + isNew,
				newer: desks.newer.length
			}
		};
	}

	/** Shows the reports that came, and brings their cards in line. */
	async #followReports(): Promise<void> {
		const { library, reports } = this.#app;
		await library.follow(await reports.revision());
		if (library.own.length === 0) return;
		const { syncOwnCards } = await import('./own-cards.ts');
		await syncOwnCards(this.#app);
	}

	async #working(
		work: () => Promise<Outcome<MergeReport, StoreProblem | OpenProblem>>
	): Promise<MergeReport | undefined> {
		if (this.step.code !== 'preview') return undefined;
		this.step = { code: 'merging', cards: 0, of: 0 };
		const free = this.#app.updates.hold();
		try {
			const outcome = await work();
			if (outcome.ok) return outcome.value;
			this.step = { code: 'failed', problem: outcome.problem };
			return undefined;
		} finally {
			this.#contents = undefined;
			free();
		}
	}

	async #mergeInto(database: App['database'], takeSettings: boolean) {
		const { mergeBackup } = await import('#lib/storage/backup-merge.ts');
		const contents = this.#contents;
		if (!contents) throw new Error('a backup is merged that was not read');
		return mergeBackup(database, contents, {
			weights: this.#app.studySettings.weights,
			renamed: this.#app.library.all.renamed,
			takeSettings,
			onProgress: (cards, of) => (this.step = { code: 'merging', cards, of })
		});
	}
}

function previewOf({
	header,
	rows,
	footer
}: BackupContents): Omit<BackupPreview, 'reports' | 'desks'> {
	const { learner, exportedAt } = header;
	return {
		learner,
		exportedAt,
		reviews: rows.events.filter(({ type }) => type === 'review').length,
		answers: rows.answers.length,
		sittings: rows.sittings.length,
		cards: rows.cards.length,
		counts: footer.counts
	};
}

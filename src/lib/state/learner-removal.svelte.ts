import { readCounts, type TotalCounts } from '#lib/storage/counts.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';
import { openDatabase, type OpenProblem } from '#lib/storage/opening.ts';
import type { Outcome, StoreProblem } from '#lib/storage/outcome.ts';
import type { Learner } from '#lib/storage/rows.ts';
import { SettingsRepository } from '#lib/storage/settings-repository.ts';
import type { LastBackup } from '#lib/storage/settings.ts';
import type { App } from './app.svelte.ts';
import { BackupSaving, type BackupSource } from './backup-saving.svelte.ts';

/** How far a deletion is; `waiting`: begun, but another tab still holds the store. */
export type RemovalStep =
	| { code: 'opening' }
	| { code: 'asking' }
	| { code: 'deleting' }
	| { code: 'gone' }
	| { code: 'waiting' }
	| { code: 'failed'; problem: StoreProblem | { code: 'missing' } | { code: 'last' } };

/** Deleting one learner on this device: what would be lost, a backup first, then their word for it. */
export class LearnerRemoval {
	#app: App;
	#version: string;
	#opened: RecountDatabase | undefined;

	readonly learner: Learner;
	step = $state.raw<RemovalStep>({ code: 'opening' });
	/** Why what they did cannot be counted or saved; it can be deleted even so. */
	unread = $state.raw<OpenProblem>();
	/** How much would be lost. */
	total = $state.raw<TotalCounts>();
	saving = $state.raw<BackupSaving>();

	constructor(app: App, learner: Learner, version: string) {
		this.#app = app;
		this.learner = learner;
		this.#version = version;
	}

	/** The one who learns now is to go. */
	get isCurrent(): boolean {
		return this.learner.id === this.#app.learner.id;
	}

	/** Looks at what the learner has done. */
	async open(): Promise<void> {
		const database = this.isCurrent ? this.#app.database : await this.#openOther();
		if (database) {
			this.total = (await readCounts(database, this.#app.today, this.#app.today)).total;
			this.saving = await this.#savingOf(database);
		}
		this.step = { code: 'asking' };
	}

	/** Deletes the learner and all they did on this device; another learns on where they were the one. */
	async remove(): Promise<void> {
		if (this.step.code !== 'asking' || this.saving?.isBusy) return;
		this.step = { code: 'deleting' };
		const { isCurrent } = this;
		const left = await this.#app.learners.leave(this.learner.id);
		if (!left.ok) {
			this.step = { code: 'failed', problem: left.problem };
			return;
		}
		this.close();
		if (isCurrent) this.#app.database.close();
		const { deleteLearner } = await import('#lib/storage/learner-deletion.ts');
		const deleted = await deleteLearner(this.#app.learners, this.learner.id);
		if (isCurrent) await this.#app.switchLearner(left.value.id);
		this.step = deleted.ok ? { code: deleted.value } : { code: 'failed', problem: deleted.problem };
	}

	/** Lets go of the learner's store. */
	close(): void {
		this.#opened?.close();
		this.#opened = undefined;
	}

	async #openOther(): Promise<RecountDatabase | undefined> {
		const opened = await openDatabase(this.learner.id);
		if (opened.ok) this.#opened = opened.value.database;
		else this.unread = opened.problem;
		return this.#opened;
	}

	async #savingOf(database: RecountDatabase): Promise<BackupSaving> {
		if (this.isCurrent) return new BackupSaving(this.#app, this.#version);
		const store = new SettingsRepository(database);
		const { lastBackup } = await store.read();
		const source = new OtherSource({ database, store, name: this.learner.name }, lastBackup);
		source.total = this.total;
		return new BackupSaving(this.#app, this.#version, { source });
	}
}

/** A learner who does not learn now. */
class OtherSource implements BackupSource {
	#store: SettingsRepository;

	readonly database: RecountDatabase;
	readonly name: string;
	total: TotalCounts | undefined;
	last = $state.raw<LastBackup>();

	constructor(
		of: { database: RecountDatabase; store: SettingsRepository; name: string },
		last: LastBackup | undefined
	) {
		this.#store = of.store;
		this.database = of.database;
		this.name = of.name;
		this.last = last;
	}

	async note(last: LastBackup): Promise<Outcome<void, StoreProblem>> {
		const outcome = await this.#store.set({ lastBackup: last });
		if (outcome.ok) this.last = last;
		return outcome;
	}
}

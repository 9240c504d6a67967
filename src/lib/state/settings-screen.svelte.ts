import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { Settings } from '#lib/storage/settings.ts';
import type { App } from './app.svelte.ts';
import { BackupRestoring } from './backup-restoring.svelte.ts';
import { BackupSaving } from './backup-saving.svelte.ts';
import { CheckRun } from './check-run.svelte.ts';
import { Learners } from './learners.svelte.ts';
import { StudyForm } from './study-form.svelte.ts';

/** All that the settings screen shows and changes. */
export class SettingsScreen {
	readonly app: App;
	/** Version of the program. */
	readonly version: string;
	readonly study: StudyForm;
	readonly learners: Learners;
	readonly saving: BackupSaving;
	readonly restoring: BackupRestoring;
	readonly check: CheckRun;

	/** Why the last setting was not kept. */
	problem = $state.raw<StoreProblem>();

	constructor(app: App, version: string) {
		this.app = app;
		this.version = version;
		this.study = new StudyForm(app, (changes) => this.set(changes));
		this.learners = new Learners(app, version);
		this.saving = new BackupSaving(app, version);
		this.restoring = new BackupRestoring(app);
		this.check = new CheckRun(app);
	}

	/** Keeps a change of settings. */
	async set(changes: Partial<Settings>): Promise<void> {
		const outcome = await this.app.set(changes);
		this.problem = outcome.ok ? undefined : outcome.problem;
	}
}

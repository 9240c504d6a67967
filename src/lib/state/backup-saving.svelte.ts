import { dateOfStudyDay, studyDayOf } from '#lib/domain/study/study-day.ts';
import type { BackupTable } from '#lib/storage/backup-format.ts';
import type { BackupProblem } from '#lib/storage/backup-read.ts';
import type { Backup } from '#lib/storage/backup-write.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';
import type { TotalCounts } from '#lib/storage/counts.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';
import type { Outcome, StoreProblem } from '#lib/storage/outcome.ts';
import type { LastBackup } from '#lib/storage/settings.ts';
import type { App } from './app.svelte.ts';
import { asking, browserHanding, type Handing } from './backup-handing.ts';
import { Live } from './live.svelte.ts';

/** How a backup leaves the page: into a file that is read back, into the downloads, to another app. */
type SavingWay = 'file' | 'download' | 'share';

/** Why no backup was saved; `not-written`: the file could not be written; `differs`: it reads otherwise. */
export type SavingProblem =
	BackupProblem | StoreProblem | { code: 'not-written' } | { code: 'differs' };

export type SavingStep =
	| { code: 'idle' }
	| { code: 'making'; rows: number; of: number }
	/** Made and checked; the browser wants another press of the button to let it out. */
	| { code: 'made' }
	| { code: 'writing' }
	| { code: 'saved'; way: SavingWay; bytes: number; counts: Record<BackupTable, number> }
	| { code: 'failed'; problem: SavingProblem };

/** Whose deeds are saved: the one's who learns now, or another's. */
export interface BackupSource {
	readonly database: RecountDatabase;
	/** The learner's local name. */
	readonly name: string;
	/** How much there is, once it is known. */
	readonly total: TotalCounts | undefined;
	readonly last: LastBackup | undefined;
	/** Notes when a backup was handed over. */
	note(last: LastBackup): Promise<Outcome<void, StoreProblem>>;
}

export interface SavingOptions {
	/** The browser's own ways unless given. */
	handing?: Handing;
	/** The one who learns now unless given. */
	source?: BackupSource;
}

/** Saving all that a learner did into one file. */
export class BackupSaving {
	#app: App;
	#version: string;
	#handing: Handing;
	#source: BackupSource;
	#made: Backup | undefined;
	#classes: Live<ClassRow[]>;

	step = $state.raw<SavingStep>({ code: 'idle' });

	constructor(app: App, version: string, options: SavingOptions = {}) {
		this.#app = app;
		this.#version = version;
		this.#handing = options.handing ?? browserHanding();
		this.#source = options.source ?? new OwnSource(app);
		this.#classes = new Live(new ClassRepository(this.#source.database).watch());
	}

	get canShare(): boolean {
		return this.#handing.share !== undefined;
	}

	get isBusy(): boolean {
		return this.step.code === 'making' || this.step.code === 'writing';
	}

	/** Whether it holds what only a class's teacher should have. */
	get holdsClasses(): boolean {
		return (this.#classes.value?.length ?? 0) > 0;
	}

	get last(): LastBackup | undefined {
		return this.#source.last;
	}

	/** How much was studied and answered since the last backup, or ever. */
	get since(): number {
		const { events = 0, answers = 0, reviews = 0 } = this.#source.total ?? {};
		if (!this.last) return reviews + answers;
		return Math.max(0, events - this.last.events) + Math.max(0, answers - this.last.answers);
	}

	/** Makes a backup and writes it into a file where the browser can, else into the downloads. */
	save(): Promise<void> {
		return this.#run(this.#handing.pick ? 'file' : 'download');
	}

	/** Makes a backup and hands it to another app. */
	share(): Promise<void> {
		return this.#run('share');
	}

	/** Drops a backup that was made and not handed over. */
	drop(): void {
		this.#made = undefined;
		this.step = { code: 'idle' };
	}

	async #run(way: SavingWay): Promise<void> {
		if (this.isBusy) return;
		const free = this.#app.updates.hold();
		try {
			this.#made ??= await this.#make();
			if (this.#made) await this.#hand(this.#made, way);
		} finally {
			free();
		}
	}

	async #make(): Promise<Backup | undefined> {
		const { events = 0, answers = 0, sittings = 0 } = this.#source.total ?? {};
		const of = events + answers + sittings;
		this.step = { code: 'making', rows: 0, of };
		const { exportBackup } = await import('#lib/storage/backup-write.ts');
		const outcome = await exportBackup(this.#source.database, {
			app: this.#version,
			learner: this.#source.name,
			exportedAt: this.#app.now(),
			onProgress: (rows) => (this.step = { code: 'making', rows, of })
		});
		if (outcome.ok) return outcome.value;
		this.step = { code: 'failed', problem: outcome.problem };
		return undefined;
	}

	async #hand(backup: Backup, way: SavingWay): Promise<void> {
		this.step = { code: 'writing' };
		const outcome = await asking(() => this.#handOver(backup, way));
		if (outcome.code === 'needs-click') {
			this.step = { code: 'made' };
			return;
		}
		this.#made = undefined;
		if (outcome.code === 'cancelled') this.step = { code: 'idle' };
		else if (outcome.value) this.step = { code: 'failed', problem: outcome.value };
		else await this.#saved(backup, way);
	}

	async #handOver(backup: Backup, way: SavingWay): Promise<SavingProblem | undefined> {
		const name = `recount-backup-${this.#date()}.json.gz`;
		if (way === 'share') await this.#handing.share?.(backup.file, name);
		if (way === 'download') this.#handing.download(backup.file, name);
		const handle = way === 'file' ? await this.#handing.pick?.(name) : undefined;
		return handle && writeAndReadBack(backup, handle);
	}

	async #saved({ file, footer }: Backup, way: SavingWay): Promise<void> {
		const { events, answers } = footer.counts;
		const kept = await this.#source.note({ at: this.#app.now(), events, answers });
		this.step = kept.ok
			? { code: 'saved', way, bytes: file.size, counts: footer.counts }
			: { code: 'failed', problem: kept.problem };
	}

	#date(): string {
		return dateOfStudyDay(studyDayOf(this.#app.now(), this.#app.zone(), 0));
	}
}

/** The one who learns now. */
class OwnSource implements BackupSource {
	#app: App;
	#counts: Live<{ total: TotalCounts }>;

	constructor(app: App) {
		this.#app = app;
		this.#counts = new Live(app.study.watchCounts(app.today, app.today));
	}

	get database(): RecountDatabase {
		return this.#app.database;
	}

	get name(): string {
		return this.#app.learner.name;
	}

	get total(): TotalCounts | undefined {
		return this.#counts.value?.total;
	}

	get last(): LastBackup | undefined {
		return this.#app.settings.lastBackup;
	}

	note(last: LastBackup): Promise<Outcome<void, StoreProblem>> {
		return this.#app.set({ lastBackup: last });
	}
}

async function writeAndReadBack(
	{ file, footer }: Backup,
	handle: FileSystemFileHandle
): Promise<SavingProblem | undefined> {
	try {
		const writable = await handle.createWritable();
		await writable.write(file);
		await writable.close();
		const { verifyBackup } = await import('#lib/storage/backup-read.ts');
		const read = await verifyBackup(await handle.getFile(), footer);
		return read.ok ? undefined : { code: 'differs' };
	} catch {
		return { code: 'not-written' };
	}
}

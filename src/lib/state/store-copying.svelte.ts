import { dateOfStudyDay, studyDayOf } from '#lib/domain/study/study-day.ts';
import { DEVICE_STORE } from '#lib/storage/device-database.ts';
import type { CopyProblem } from '#lib/storage/store-copy.ts';
import { browserHanding, type Handing } from './backup-handing.ts';

/** How far a copy is. */
export type CopyingStep =
	| { code: 'idle' }
	| { code: 'copying'; rows: number }
	| { code: 'handed'; rows: number; left: number; bytes: number }
	| { code: 'failed'; problem: CopyProblem };

/** Handing a person a copy of a store that a newer program wrote, and that this one leaves alone. */
export class StoreCopying {
	#store: string;
	#version: string;
	#download: Handing['download'];

	step = $state.raw<CopyingStep>({ code: 'idle' });

	/** `store`: the one that could not be opened; where that is the list of learners, all are copied. */
	constructor(store: string, version: string, handing: Handing = browserHanding()) {
		this.#store = store;
		this.#version = version;
		this.#download = handing.download;
	}

	async copy(): Promise<void> {
		if (this.step.code === 'copying') return;
		this.step = { code: 'copying', rows: 0 };
		const [{ copyStores }, { storeNames }] = await Promise.all([
			import('#lib/storage/store-copy.ts'),
			import('#lib/storage/native-store.ts')
		]);
		const copiedAt = Date.now();
		const names = this.#store === DEVICE_STORE ? await storeNames() : [this.#store];
		const copied = await copyStores(names, {
			app: this.#version,
			copiedAt,
			onProgress: (rows) => (this.step = { code: 'copying', rows })
		});
		if (!copied.ok) {
			this.step = { code: 'failed', problem: copied.problem };
			return;
		}
		const { file, rows, left } = copied.value;
		const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
		const date = dateOfStudyDay(studyDayOf(copiedAt, timeZone, 0));
		this.#download(file, `recount-copy-${date}.json.gz`);
		this.step = { code: 'handed', rows, left, bytes: file.size };
	}
}
